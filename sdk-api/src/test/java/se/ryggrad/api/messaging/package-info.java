/** Tests. */
@NullMarked
package se.ryggrad.api.messaging;

import org.jspecify.annotations.NullMarked;
