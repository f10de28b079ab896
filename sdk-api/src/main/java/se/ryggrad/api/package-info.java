/** The terms that every area of the standard shares: problems, pages, versions, idempotency. */
@NullMarked
package se.ryggrad.api;

import org.jspecify.annotations.NullMarked;
