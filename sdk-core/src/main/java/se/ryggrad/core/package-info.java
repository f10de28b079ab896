/** The engine of the standard. */
@NullMarked
package se.ryggrad.core;

import org.jspecify.annotations.NullMarked;
