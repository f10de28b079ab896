/** In-memory implementations of what you plug in, for tests and first steps; nothing survives the process. */
@NullMarked
package se.ryggrad.core.memory;

import org.jspecify.annotations.NullMarked;
