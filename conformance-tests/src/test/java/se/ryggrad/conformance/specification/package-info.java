/** Makes the readable page of the standard from its data and chapters. */
@NullMarked
package se.ryggrad.conformance.specification;

import org.jspecify.annotations.NullMarked;
