/** What can be done with a case: its lifecycle and the acts it knows. */
@NullMarked
package se.ryggrad.api.cases.action;

import org.jspecify.annotations.NullMarked;
