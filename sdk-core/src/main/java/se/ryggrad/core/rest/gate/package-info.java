/**
 * Checks every request in the standard's order before a resource sees it, and finishes every answer.
 *
 * <p>Providers have a second constructor without arguments for the proxies of the container.
 */
@NullMarked
package se.ryggrad.core.rest.gate;

import org.jspecify.annotations.NullMarked;
