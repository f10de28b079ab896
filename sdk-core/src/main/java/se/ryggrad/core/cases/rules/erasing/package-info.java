/** What is taken away for good: parts of a case, and whole cases whose time is up. */
@NullMarked
package se.ryggrad.core.cases.rules.erasing;

import org.jspecify.annotations.NullMarked;
