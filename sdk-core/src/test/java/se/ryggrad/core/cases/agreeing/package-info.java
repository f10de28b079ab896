/** Tests of cases in which several must agree. */
@NullMarked
package se.ryggrad.core.cases.agreeing;

import org.jspecify.annotations.NullMarked;
