/** Tests of the stores in memory. */
@NullMarked
package se.ryggrad.core.memory;

import org.jspecify.annotations.NullMarked;
