package se.ryggrad.conformance.twin.messaging;

import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Gate;
import se.ryggrad.conformance.twin.http.ProblemType;
import se.ryggrad.conformance.twin.identity.Levels;

/** Asks for the least level of assurance of people. */
final class Assured {

    private Assured() {}

    /** Ends with 403 when the level is too low, unless the twin forgets that here. */
    static void check(Call call, TwinSettings settings, Fault forgotten) {
        if (Levels.reaches(call.caller().acr(), Levels.LOA3) || settings.breaks(forgotten)) {
            return;
        }
        throw settings.breaks(Fault.MSG_032_E) ? Fail.of(ProblemType.FORBIDDEN) : Gate.assurance(Levels.LOA3);
    }
}
