/** The standard's terms that every area shares. */
@NullMarked
package se.ryggrad.api;

import org.jspecify.annotations.NullMarked;
