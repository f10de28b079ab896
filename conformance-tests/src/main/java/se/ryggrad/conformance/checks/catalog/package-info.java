/** Checks of the catalogue of services. */
@NullMarked
package se.ryggrad.conformance.checks.catalog;

import org.jspecify.annotations.NullMarked;
