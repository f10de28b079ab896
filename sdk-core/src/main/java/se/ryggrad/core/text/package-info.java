/** Texts for people, in the languages of the standard, from bundles. */
@NullMarked
package se.ryggrad.core.text;

import org.jspecify.annotations.NullMarked;
