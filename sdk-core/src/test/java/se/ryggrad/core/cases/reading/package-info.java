/** Tests of the access log. */
@NullMarked
package se.ryggrad.core.cases.reading;

import org.jspecify.annotations.NullMarked;
