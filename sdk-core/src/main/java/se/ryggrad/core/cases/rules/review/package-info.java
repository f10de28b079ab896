/** Rules of what the law gives a party against the authority: when it takes time, and when it has decided. */
@NullMarked
package se.ryggrad.core.cases.rules.review;

import org.jspecify.annotations.NullMarked;
