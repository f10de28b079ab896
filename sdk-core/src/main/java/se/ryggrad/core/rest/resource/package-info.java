/**
 * Answers the operations of the contract: translates and delegates, decides nothing.
 *
 * <p>What does not depend on a resource was checked at the gate. Resources have a second constructor
 * without arguments for the proxies of the container.
 */
@NullMarked
package se.ryggrad.core.rest.resource;

import org.jspecify.annotations.NullMarked;
