/** Finds what stands in the way of a run and names the setting to change. */
@NullMarked
package se.ryggrad.conformance.doctor;

import org.jspecify.annotations.NullMarked;
