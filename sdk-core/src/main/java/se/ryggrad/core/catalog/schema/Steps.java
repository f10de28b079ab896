package se.ryggrad.core.catalog.schema;

import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.core.text.Wording;

/** Counts what one check of a form takes, and ends it when that is beyond measure. */
final class Steps {

    private static final long MOST = 1_000_000;
    private static final int CHARACTERS_PER_STEP = 20;

    private long taken;

    /** Counts one step, and more for a text of {@code length} characters. */
    void take(int length) {
        taken += 1 + length / CHARACTERS_PER_STEP;
        if (taken > MOST) {
            throw RyggradException.of(ProblemType.PAYLOAD_TOO_LARGE, Wording.text("problem.form-too-large"));
        }
    }
}
