/** The identity provider that the suite plays: keys, issuers, tokens and the counterparty's server. */
@NullMarked
package se.ryggrad.conformance.issuer;

import org.jspecify.annotations.NullMarked;
