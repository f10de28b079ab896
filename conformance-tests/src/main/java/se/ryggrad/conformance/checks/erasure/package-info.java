/** Checks of what is redacted and disposed of, and of the archivist who does it. */
@NullMarked
package se.ryggrad.conformance.checks.erasure;

import org.jspecify.annotations.NullMarked;
