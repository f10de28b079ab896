/** The engine: cases after the standard, over stores that are plugged in. */
@NullMarked
package se.ryggrad.core.cases;

import org.jspecify.annotations.NullMarked;
