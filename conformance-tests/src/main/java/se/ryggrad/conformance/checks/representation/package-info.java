/** Checks of how somebody acts for another. */
@NullMarked
package se.ryggrad.conformance.checks.representation;

import org.jspecify.annotations.NullMarked;
