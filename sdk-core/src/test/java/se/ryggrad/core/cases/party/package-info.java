/** Tests of parties that come, change and go. */
@NullMarked
package se.ryggrad.core.cases.party;

import org.jspecify.annotations.NullMarked;
