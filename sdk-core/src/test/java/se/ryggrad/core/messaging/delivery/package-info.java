/** Tests. */
@NullMarked
package se.ryggrad.core.messaging.delivery;

import org.jspecify.annotations.NullMarked;
