/** Tests that the suite stands on its own. */
@NullMarked
package se.ryggrad.conformance.architecture;

import org.jspecify.annotations.NullMarked;
