/** The case and its parts, as data. */
@NullMarked
package se.ryggrad.api.cases.model;

import org.jspecify.annotations.NullMarked;
