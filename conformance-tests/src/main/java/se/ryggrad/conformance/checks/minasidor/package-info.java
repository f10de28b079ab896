/** Checks of what a source tells Mina sidor of a person's cases, and of the tokens by which a portal asks. */
@NullMarked
package se.ryggrad.conformance.checks.minasidor;

import org.jspecify.annotations.NullMarked;
