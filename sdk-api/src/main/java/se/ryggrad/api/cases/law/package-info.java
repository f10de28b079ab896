/** What the law sets in a case. */
@NullMarked
package se.ryggrad.api.cases.law;

import org.jspecify.annotations.NullMarked;
