/** Databases and cases for tests of what is kept in a database. */
@NullMarked
package se.ryggrad.core.jdbc.database;

import org.jspecify.annotations.NullMarked;
