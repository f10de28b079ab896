/** Checks of the access log of an authority, which its auditor seals and reads. */
@NullMarked
package se.ryggrad.conformance.checks.audit;

import org.jspecify.annotations.NullMarked;
