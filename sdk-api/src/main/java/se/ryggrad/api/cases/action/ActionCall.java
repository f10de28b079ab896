package se.ryggrad.api.cases.action;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * Asks for an action whose body is looked at only after the right to act is clear: the standard's order
 * puts not-found, forbidden and state-conflict before validation.
 *
 * @param name the action's name in the table
 * @param body gives the action, or throws {@code validation} with all faults of the body
 */
public record ActionCall(String name, Supplier<? extends CaseAction> body) {

    /** Rejects absent parts. */
    public ActionCall {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(body, "body");
    }

    /** Returns the call of an action that is at hand. */
    public static ActionCall of(CaseAction action) {
        return new ActionCall(action.name(), () -> action);
    }
}
