/** Keeps in a database what sources push to a portal. */
@NullMarked
package se.ryggrad.server.store.minasidor;

import org.jspecify.annotations.NullMarked;
