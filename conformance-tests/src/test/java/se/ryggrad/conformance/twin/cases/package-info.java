/** Holds cases with their events, and the rules of the lifecycle. */
@NullMarked
package se.ryggrad.conformance.twin.cases;

import org.jspecify.annotations.NullMarked;
