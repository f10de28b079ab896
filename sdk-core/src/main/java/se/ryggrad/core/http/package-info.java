/** Calls other services: within a deadline, and no more of an answer than is expected. */
@NullMarked
package se.ryggrad.core.http;

import org.jspecify.annotations.NullMarked;
