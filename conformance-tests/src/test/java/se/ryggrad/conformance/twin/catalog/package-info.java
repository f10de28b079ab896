/** Holds service definitions and checks forms and definitions against the rules of the standard. */
@NullMarked
package se.ryggrad.conformance.twin.catalog;

import org.jspecify.annotations.NullMarked;
