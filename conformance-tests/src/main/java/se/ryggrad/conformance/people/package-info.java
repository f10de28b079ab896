/** The people and systems of a run: test persons, officers, registrars and clients. */
@NullMarked
package se.ryggrad.conformance.people;

import org.jspecify.annotations.NullMarked;
