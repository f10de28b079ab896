/** Checks values against the schemas of forms, and the schemas themselves. */
@NullMarked
package se.ryggrad.core.catalog.schema;

import org.jspecify.annotations.NullMarked;
