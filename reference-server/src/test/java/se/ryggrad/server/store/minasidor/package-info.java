/** Tests of what sources push, kept in a database. */
@NullMarked
package se.ryggrad.server.store.minasidor;

import org.jspecify.annotations.NullMarked;
