/** What goes over the wire and what came back, octet by octet, and the two ways to send it. */
@NullMarked
package se.ryggrad.conformance.wire;

import org.jspecify.annotations.NullMarked;
