/** Checks that nothing is granted before those who must agree have. */
@NullMarked
package se.ryggrad.conformance.checks.approval;

import org.jspecify.annotations.NullMarked;
