/** Verifies tokens and says who calls, with which groups, scopes and level of assurance. */
@NullMarked
package se.ryggrad.conformance.twin.identity;

import org.jspecify.annotations.NullMarked;
