/** One act on one case: what it starts from, what it may look up, what it leaves. */
@NullMarked
package se.ryggrad.core.cases.turn;

import org.jspecify.annotations.NullMarked;
