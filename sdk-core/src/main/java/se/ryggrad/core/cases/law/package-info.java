/** Reckons the days that the law sets. */
@NullMarked
package se.ryggrad.core.cases.law;

import org.jspecify.annotations.NullMarked;
