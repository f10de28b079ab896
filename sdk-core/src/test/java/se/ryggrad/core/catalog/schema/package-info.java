/** Tests of which schemas of forms are taken. */
@NullMarked
package se.ryggrad.core.catalog.schema;

import org.jspecify.annotations.NullMarked;
