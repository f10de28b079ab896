/** Tests of the people of a run. */
@NullMarked
package se.ryggrad.conformance.people;

import org.jspecify.annotations.NullMarked;
