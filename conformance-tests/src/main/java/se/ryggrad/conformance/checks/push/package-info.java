/** Checks of what sources push to the index of a portal: who may, in which form, and what holds of several versions. */
@NullMarked
package se.ryggrad.conformance.checks.push;

import org.jspecify.annotations.NullMarked;
