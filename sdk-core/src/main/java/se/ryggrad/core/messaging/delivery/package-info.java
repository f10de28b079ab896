/** The machine that gives messages to one channel after another, and the worker that drives it. */
@NullMarked
package se.ryggrad.core.messaging.delivery;

import org.jspecify.annotations.NullMarked;
