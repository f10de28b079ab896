/** Knows whose personal data is protected, by asking a registry, and what is withheld for it. */
@NullMarked
package se.ryggrad.conformance.twin.protection;

import org.jspecify.annotations.NullMarked;
