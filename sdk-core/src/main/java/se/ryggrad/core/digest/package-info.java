/** Digests of octets. */
@NullMarked
package se.ryggrad.core.digest;

import org.jspecify.annotations.NullMarked;
