/** Options that several commands share, and the values that they take. */
@NullMarked
package se.ryggrad.conformance.cli.option;

import org.jspecify.annotations.NullMarked;
