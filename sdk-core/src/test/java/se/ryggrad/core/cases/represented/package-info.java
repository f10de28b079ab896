/** What somebody may do with the cases of another. */
@NullMarked
package se.ryggrad.core.cases.represented;

import org.jspecify.annotations.NullMarked;
