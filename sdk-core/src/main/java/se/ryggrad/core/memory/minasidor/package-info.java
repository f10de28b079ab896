/** Keeps in memory what sources push to a portal. */
@NullMarked
package se.ryggrad.core.memory.minasidor;

import org.jspecify.annotations.NullMarked;
