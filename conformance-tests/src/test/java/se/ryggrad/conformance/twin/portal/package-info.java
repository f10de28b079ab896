/** Gathers what many sources hold for a person, and says what became of each. */
@NullMarked
package se.ryggrad.conformance.twin.portal;

import org.jspecify.annotations.NullMarked;
