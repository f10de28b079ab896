/** Checks the table of actions as a whole. */
@NullMarked
package se.ryggrad.conformance.checks.table;

import org.jspecify.annotations.NullMarked;
