/** How a check is declared and what it may ask for as a parameter. */
@NullMarked
package se.ryggrad.conformance.check;

import org.jspecify.annotations.NullMarked;
