/** Tests of forms and of publishing. */
@NullMarked
package se.ryggrad.core.catalog;

import org.jspecify.annotations.NullMarked;
