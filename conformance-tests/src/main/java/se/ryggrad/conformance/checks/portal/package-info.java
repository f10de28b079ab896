/** Checks of a portal: what it gathers of sources that the suite plays, and what it sends to them. */
@NullMarked
package se.ryggrad.conformance.checks.portal;

import org.jspecify.annotations.NullMarked;
