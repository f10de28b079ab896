/** Texts for people, in Swedish and English. */
@NullMarked
package se.ryggrad.conformance.text;

import org.jspecify.annotations.NullMarked;
