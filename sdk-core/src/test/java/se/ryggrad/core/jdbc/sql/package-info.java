/** Tests of how values are written in a database. */
@NullMarked
package se.ryggrad.core.jdbc.sql;

import org.jspecify.annotations.NullMarked;
