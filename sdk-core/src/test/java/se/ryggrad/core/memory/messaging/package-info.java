/** Tests. */
@NullMarked
package se.ryggrad.core.memory.messaging;

import org.jspecify.annotations.NullMarked;
