/** Tests. */
@NullMarked
package se.ryggrad.core.messaging;

import org.jspecify.annotations.NullMarked;
