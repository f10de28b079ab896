package se.ryggrad.core.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** Forgets what was answered of {@code resources}, so that their keys are free again. */
    void forget(Set<String> resources) {
        answers.values().removeIf(kept -> resources.contains(kept.resource()));
    }

    private static Bound bound(Claim claim) {
        return new Bound(claim.scope(), claim.key());
    }
}
