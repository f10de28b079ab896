/** Checks of the rules of identity. */
@NullMarked
package se.ryggrad.conformance.checks.identity;

import org.jspecify.annotations.NullMarked;
