/** Messages in memory, and a channel that remembers what it was given. */
@NullMarked
package se.ryggrad.core.memory.messaging;

import org.jspecify.annotations.NullMarked;
