/** Writes what Mina sidor shows. */
@NullMarked
package se.ryggrad.core.json.minasidor;

import org.jspecify.annotations.NullMarked;
