/** Tests of what is taken away for good. */
@NullMarked
package se.ryggrad.core.cases.rules.erasing;

import org.jspecify.annotations.NullMarked;
