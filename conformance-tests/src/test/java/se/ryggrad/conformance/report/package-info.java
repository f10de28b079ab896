/** Tests of the reports. */
@NullMarked
package se.ryggrad.conformance.report;

import org.jspecify.annotations.NullMarked;
