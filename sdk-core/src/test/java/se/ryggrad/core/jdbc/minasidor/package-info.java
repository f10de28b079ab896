/** Tests of what sources push, kept in a database. */
@NullMarked
package se.ryggrad.core.jdbc.minasidor;

import org.jspecify.annotations.NullMarked;
