/** Checks of the rules for every resource. */
@NullMarked
package se.ryggrad.conformance.checks.core;

import org.jspecify.annotations.NullMarked;
