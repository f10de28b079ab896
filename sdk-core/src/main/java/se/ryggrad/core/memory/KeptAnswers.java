package se.ryggrad.core.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.IdempotencyKey;
import se.ryggrad.api.idempotency.KeptAnswer;

/** Remembers the answers of idempotency keys. Its owner guards it. */
final class KeptAnswers {

    private final Map<Bound, KeptAnswer> answers = new HashMap<>();

    private record Bound(Claim.Scope scope, IdempotencyKey key) {}

    Optional<KeptAnswer> find(Claim claim) {
        return Optional.ofNullable(answers.get(bound(claim)));
    }

    void keep(Claim claim, String resource, Answer answer) {
        answers.put(bound(claim), new KeptAnswer(claim.requestDigest(), resource, answer));
    }

    private static Bound bound(Claim claim) {
        return new Bound(claim.scope(), claim.key());
    }
}
