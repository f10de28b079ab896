/** Holds the operations of the standard, one class for each group of paths. */
@NullMarked
package se.ryggrad.conformance.twin.api;

import org.jspecify.annotations.NullMarked;
