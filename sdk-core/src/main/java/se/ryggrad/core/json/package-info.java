/**
 * Reads and writes JSON; nothing else in the core knows a JSON library.
 *
 * <p>The rest of the core sees {@link se.ryggrad.core.json.JsonTree} only.
 */
@NullMarked
package se.ryggrad.core.json;

import org.jspecify.annotations.NullMarked;
