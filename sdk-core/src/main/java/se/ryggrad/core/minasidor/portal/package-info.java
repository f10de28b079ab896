/** Gathers what many sources hold for a person: the engine of a portal. */
@NullMarked
package se.ryggrad.core.minasidor.portal;

import org.jspecify.annotations.NullMarked;
