/** Tests of the ways to the system under test. */
@NullMarked
package se.ryggrad.conformance.wire;

import org.jspecify.annotations.NullMarked;
