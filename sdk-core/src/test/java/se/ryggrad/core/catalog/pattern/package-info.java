/** Tests of the patterns that forms may use. */
@NullMarked
package se.ryggrad.core.catalog.pattern;

import org.jspecify.annotations.NullMarked;
