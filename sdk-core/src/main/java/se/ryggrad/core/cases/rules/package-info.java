/** What each action of the table does: rules without storage, time or randomness of their own. */
@NullMarked
package se.ryggrad.core.cases.rules;

import org.jspecify.annotations.NullMarked;
