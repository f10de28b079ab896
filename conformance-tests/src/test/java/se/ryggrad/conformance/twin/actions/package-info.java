/** Does what the rows of the lifecycle say, one class for each group of rows. */
@NullMarked
package se.ryggrad.conformance.twin.actions;

import org.jspecify.annotations.NullMarked;
