/** Keeps in a database what sources push to a portal. */
@NullMarked
package se.ryggrad.core.jdbc.minasidor;

import org.jspecify.annotations.NullMarked;
