package se.ryggrad.core.cases.turn;

import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.Problem;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.core.text.Wording;

/** Makes the refusals and faults of the rules, with texts that name what to change. */
public final class Refusals {

    private Refusals() {}

    /** Returns the refusal of {@code type} with the text of {@code key}. */
    public static RyggradException of(ProblemType type, String key) {
        return RyggradException.of(Problem.of(type, Wording.text(key)));
    }

    /** Returns the refusal of what does not exist for the caller. */
    public static RyggradException notFound() {
        return of(ProblemType.NOT_FOUND, "problem.not-found");
    }

    /** Returns the refusal of what is not possible now. */
    public static RyggradException conflict(String key) {
        return of(ProblemType.STATE_CONFLICT, key);
    }

    /** Returns a fault at a JSON pointer; its text is the one of the code. */
    public static Fault fault(String pointer, FaultCode code) {
        return Fault.at(pointer, code, Wording.text("fault." + code.code()));
    }

    /** Returns a fault at a JSON pointer with a text of its own. */
    public static Fault fault(String pointer, FaultCode code, LocalizedText detail) {
        return Fault.at(pointer, code, detail);
    }
}
