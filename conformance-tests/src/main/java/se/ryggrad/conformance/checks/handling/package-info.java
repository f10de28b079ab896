/** Checks of handling: each action of the table. */
@NullMarked
package se.ryggrad.conformance.checks.handling;

import org.jspecify.annotations.NullMarked;
