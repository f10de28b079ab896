/** Checks of what a portal shows of its index: to whom, in which state and how much. */
@NullMarked
package se.ryggrad.conformance.checks.index;

import org.jspecify.annotations.NullMarked;
