/**
 * Mina sidor (my pages): shows the cases of the engine, or of a case system in its place, as items of the overview, and after
 * them what another source holds.
 */
@NullMarked
package se.ryggrad.core.minasidor;

import org.jspecify.annotations.NullMarked;
