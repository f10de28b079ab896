/** Gates of the build: requirements, checks and mutants agree. */
@NullMarked
package se.ryggrad.conformance.gate;

import org.jspecify.annotations.NullMarked;
