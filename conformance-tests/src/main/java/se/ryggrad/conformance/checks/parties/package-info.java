/** Checks of parties that come, change and go. */
@NullMarked
package se.ryggrad.conformance.checks.parties;

import org.jspecify.annotations.NullMarked;
