/** Sends messages: by one channel after another, until one has delivered. */
@NullMarked
package se.ryggrad.conformance.twin.messaging.delivery;

import org.jspecify.annotations.NullMarked;
