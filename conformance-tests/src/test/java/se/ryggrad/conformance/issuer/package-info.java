/** Tests of the counterparties. */
@NullMarked
package se.ryggrad.conformance.issuer;

import org.jspecify.annotations.NullMarked;
