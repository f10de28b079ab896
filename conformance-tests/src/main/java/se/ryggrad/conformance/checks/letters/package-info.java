/** Checks of letters that cases send, and of what follows when one comes back. */
@NullMarked
package se.ryggrad.conformance.checks.letters;

import org.jspecify.annotations.NullMarked;
