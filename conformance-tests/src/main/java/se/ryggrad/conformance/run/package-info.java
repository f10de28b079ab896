/** Runs the checks against a target and derives the verdicts. */
@NullMarked
package se.ryggrad.conformance.run;

import org.jspecify.annotations.NullMarked;
