/** Checks of cases: how they begin, who sees them, lists. */
@NullMarked
package se.ryggrad.conformance.checks.cases;

import org.jspecify.annotations.NullMarked;
