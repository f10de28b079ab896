/** The registry that the suite plays: whom somebody may represent, and how it was asked. */
@NullMarked
package se.ryggrad.conformance.representation;

import org.jspecify.annotations.NullMarked;
