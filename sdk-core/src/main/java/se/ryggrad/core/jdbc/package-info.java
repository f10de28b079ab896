/**
 * Keeps cases, documents, definitions, officers and the feed in H2 or PostgreSQL, by plain JDBC.
 *
 * <p>One transaction for everything that belongs together. Rows never leave this package. They take a {@code DataSource} and
 * know no container; an embedder offers them as what the engine is plugged into, all on one database.
 */
@NullMarked
package se.ryggrad.core.jdbc;

import org.jspecify.annotations.NullMarked;
