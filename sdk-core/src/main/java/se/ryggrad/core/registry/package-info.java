/** Finds out whom somebody may represent: asks registries, and says what holds today. */
@NullMarked
package se.ryggrad.core.registry;

import org.jspecify.annotations.NullMarked;
