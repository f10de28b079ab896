/** The registries that the suite plays: whom somebody may represent, whose data is protected, and how they were asked. */
@NullMarked
package se.ryggrad.conformance.representation;

import org.jspecify.annotations.NullMarked;
