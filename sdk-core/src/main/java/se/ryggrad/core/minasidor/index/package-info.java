/** Takes what sources push to the index of a portal, and shows it: the engine of the option {@code overview-index}. */
@NullMarked
package se.ryggrad.core.minasidor.index;

import org.jspecify.annotations.NullMarked;
