/** Whom a case concerns. */
@NullMarked
package se.ryggrad.api.cases.party;

import org.jspecify.annotations.NullMarked;
