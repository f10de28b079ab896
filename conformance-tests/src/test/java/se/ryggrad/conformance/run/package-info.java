/** Tests of the runner. */
@NullMarked
package se.ryggrad.conformance.run;

import org.jspecify.annotations.NullMarked;
