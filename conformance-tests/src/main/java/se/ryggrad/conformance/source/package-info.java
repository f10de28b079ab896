/** The sources that the suite plays for a portal, what they do for each person, and what they were asked. */
@NullMarked
package se.ryggrad.conformance.source;

import org.jspecify.annotations.NullMarked;
