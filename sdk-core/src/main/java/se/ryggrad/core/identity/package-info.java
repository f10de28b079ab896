/** Finds out who asks: verifies access tokens and turns their claims into actors. */
@NullMarked
package se.ryggrad.core.identity;

import org.jspecify.annotations.NullMarked;
