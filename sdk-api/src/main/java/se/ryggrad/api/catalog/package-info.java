/** E-services: their portable definitions and where they are kept. */
@NullMarked
package se.ryggrad.api.catalog;

import org.jspecify.annotations.NullMarked;
