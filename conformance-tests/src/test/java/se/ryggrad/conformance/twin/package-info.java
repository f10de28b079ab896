/** Holds the second implementation of the standard: small, in memory, sharing no code with the SDK. */
@NullMarked
package se.ryggrad.conformance.twin;

import org.jspecify.annotations.NullMarked;
