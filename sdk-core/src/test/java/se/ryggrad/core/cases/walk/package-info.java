/** A model-based walk over the table of actions. */
@NullMarked
package se.ryggrad.core.cases.walk;

import org.jspecify.annotations.NullMarked;
