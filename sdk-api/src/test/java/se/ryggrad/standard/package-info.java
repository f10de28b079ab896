/** The gates that keep the parts of the standard agreed. */
@NullMarked
package se.ryggrad.standard;

import org.jspecify.annotations.NullMarked;
