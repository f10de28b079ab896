/** Checks of how officers find cases, and of what they see of them: a contact centre little, the partial nothing. */
@NullMarked
package se.ryggrad.conformance.checks.sight;

import org.jspecify.annotations.NullMarked;
