/** Reports of a run for people and for machines. */
@NullMarked
package se.ryggrad.conformance.report;

import org.jspecify.annotations.NullMarked;
