/** Knows for whom people may act, by asking a registry. */
@NullMarked
package se.ryggrad.conformance.twin.mandates;

import org.jspecify.annotations.NullMarked;
