package se.ryggrad.core.cases.turn;

import java.util.List;
import java.util.Optional;
import se.ryggrad.api.Problem;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.KeptAnswer;
import se.ryggrad.core.text.Wording;

/** Answers again what was answered before under the same idempotency key (CORE-029, CORE-030). */
public final class Replays {

    private Replays() {}

    /**
     * Returns the answer to give again; nothing where it was erased.
     *
     * @throws RyggradException {@code idempotency-conflict} when the key was used for another body
     */
    public static Optional<Answer> again(Claim claim, KeptAnswer kept) {
        if (kept.requestDigest().equals(claim.requestDigest())) {
            return kept.answer();
        }
        throw RyggradException.of(new Problem(
                ProblemType.IDEMPOTENCY_CONFLICT,
                Wording.text("problem.idempotency"),
                List.of(),
                Optional.of(kept.resource()).filter(id -> !id.isEmpty()),
                Optional.empty()));
    }
}
