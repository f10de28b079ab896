/** Holds the stores of cases to their contracts, the same on both databases. */
@NullMarked
package se.ryggrad.core.jdbc.contract;

import org.jspecify.annotations.NullMarked;
