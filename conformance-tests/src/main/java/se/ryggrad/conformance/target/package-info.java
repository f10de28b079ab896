/** What the system under test says of itself. */
@NullMarked
package se.ryggrad.conformance.target;

import org.jspecify.annotations.NullMarked;
