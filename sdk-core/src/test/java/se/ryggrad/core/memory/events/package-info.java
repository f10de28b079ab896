/** Tests of subscriptions in memory. */
@NullMarked
package se.ryggrad.core.memory.events;

import org.jspecify.annotations.NullMarked;
