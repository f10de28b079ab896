/** Checks of what is withheld for the sake of people whose personal data is protected. */
@NullMarked
package se.ryggrad.conformance.checks.protection;

import org.jspecify.annotations.NullMarked;
