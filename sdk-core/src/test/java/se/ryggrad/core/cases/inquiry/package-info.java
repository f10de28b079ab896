/** What becomes of cases with protected parties. */
@NullMarked
package se.ryggrad.core.cases.inquiry;

import org.jspecify.annotations.NullMarked;
