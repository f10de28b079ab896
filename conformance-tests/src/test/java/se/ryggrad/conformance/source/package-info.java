/** Tests the sources that the suite plays for a portal. */
@NullMarked
package se.ryggrad.conformance.source;

import org.jspecify.annotations.NullMarked;
