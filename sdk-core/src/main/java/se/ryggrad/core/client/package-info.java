/**
 * Speaks to another system that meets the standard, over HTTP, through the interfaces that the SDK offers itself. Begin at {@link
 * se.ryggrad.core.client.RyggradClient}.
 */
@NullMarked
package se.ryggrad.core.client;

import org.jspecify.annotations.NullMarked;
