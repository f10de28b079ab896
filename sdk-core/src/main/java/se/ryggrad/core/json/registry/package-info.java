/** Reads what registries of representations answer. */
@NullMarked
package se.ryggrad.core.json.registry;

import org.jspecify.annotations.NullMarked;
