/** Tests of what a service says. */
@NullMarked
package se.ryggrad.api.catalog;

import org.jspecify.annotations.NullMarked;
