/** What the twin takes away for good, and what it shows in its place. */
@NullMarked
package se.ryggrad.conformance.twin.erasure;

import org.jspecify.annotations.NullMarked;
