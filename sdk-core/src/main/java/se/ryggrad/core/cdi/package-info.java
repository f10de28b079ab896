/**
 * Puts the core together with CDI: whatever the embedder offers as a bean is taken, and what is missing
 * comes from memory and MicroProfile Config.
 */
@NullMarked
package se.ryggrad.core.cdi;

import org.jspecify.annotations.NullMarked;
