/** Measures and counts what takes long: programs that are run by hand (docs/benchmarks.md). */
@NullMarked
package se.ryggrad.server.load;

import org.jspecify.annotations.NullMarked;
