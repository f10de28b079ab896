/** Who must agree on a case, and how far they have. */
@NullMarked
package se.ryggrad.conformance.twin.agreeing;

import org.jspecify.annotations.NullMarked;
