/** Tests of what sources push to a portal. */
@NullMarked
package se.ryggrad.core.minasidor.index;

import org.jspecify.annotations.NullMarked;
