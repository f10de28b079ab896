/** Turns problems into HTTP answers, in one place. */
@NullMarked
package se.ryggrad.core.rest.problem;

import org.jspecify.annotations.NullMarked;
