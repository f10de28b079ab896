/**
 * Keeps cases, documents, definitions, officers and the feed in H2 or PostgreSQL, by plain JDBC.
 *
 * <p>One transaction for everything that belongs together. Rows never leave this package.
 */
@NullMarked
package se.ryggrad.server.store;

import org.jspecify.annotations.NullMarked;
