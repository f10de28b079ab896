/** Tests of the doctor. */
@NullMarked
package se.ryggrad.conformance.doctor;

import org.jspecify.annotations.NullMarked;
