/** Tests of what sources push, kept in memory. */
@NullMarked
package se.ryggrad.core.memory.minasidor;

import org.jspecify.annotations.NullMarked;
