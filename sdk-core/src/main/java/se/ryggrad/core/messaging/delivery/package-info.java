/** The machine that gives messages to one channel after another, and the rounds that a worker does. */
@NullMarked
package se.ryggrad.core.messaging.delivery;

import org.jspecify.annotations.NullMarked;
