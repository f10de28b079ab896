/** Proves the suite itself: it passes against a twin that is right, and fails against each that is wrong. */
@NullMarked
package se.ryggrad.conformance.gates;

import org.jspecify.annotations.NullMarked;
