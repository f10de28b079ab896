/** Serves the contract over HTTP with Jakarta REST: what an application gives, and what a request is. */
@NullMarked
package se.ryggrad.core.rest;

import org.jspecify.annotations.NullMarked;
