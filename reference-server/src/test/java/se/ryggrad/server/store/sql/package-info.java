/** Tests of how values are written in a database. */
@NullMarked
package se.ryggrad.server.store.sql;

import org.jspecify.annotations.NullMarked;
