/** Reads what registries answer. */
@NullMarked
package se.ryggrad.core.json.registry;

import org.jspecify.annotations.NullMarked;
