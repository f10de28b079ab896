/** What Mina sidor is told of a case. */
@NullMarked
package se.ryggrad.conformance.twin.minasidor;

import org.jspecify.annotations.NullMarked;
