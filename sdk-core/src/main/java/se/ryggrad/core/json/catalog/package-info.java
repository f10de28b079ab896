/** Turns service definitions into JSON and back. */
@NullMarked
package se.ryggrad.core.json.catalog;

import org.jspecify.annotations.NullMarked;
