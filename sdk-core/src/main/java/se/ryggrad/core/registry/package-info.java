/** Finds out whom somebody may represent, and who is protected: asks registries, and says what holds. */
@NullMarked
package se.ryggrad.core.registry;

import org.jspecify.annotations.NullMarked;
