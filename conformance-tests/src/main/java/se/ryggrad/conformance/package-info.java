/** The conformance suite. */
@NullMarked
package se.ryggrad.conformance;

import org.jspecify.annotations.NullMarked;
