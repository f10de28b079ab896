/** Tests of the registry that the suite plays. */
@NullMarked
package se.ryggrad.conformance.representation;

import org.jspecify.annotations.NullMarked;
