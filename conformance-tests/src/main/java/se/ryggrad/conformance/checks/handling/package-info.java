/** Checks of handling: the table of actions. */
@NullMarked
package se.ryggrad.conformance.checks.handling;

import org.jspecify.annotations.NullMarked;
