package se.ryggrad.core.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.IdempotencyKey;
import se.ryggrad.api.idempotency.KeptAnswer;

/** Remembers the answers of idempotency keys. Its owner guards it. */
public final class KeptAnswers {

    private final Map<Bound, Held> answers = new HashMap<>();

    /** Creates an empty memory. */
    public KeptAnswers() {}

    private record Bound(Claim.Scope scope, IdempotencyKey key) {}

    private record Held(KeptAnswer kept, Optional<CaseId> of) {

        Held erased() {
            return new Held(new KeptAnswer(kept.requestDigest(), kept.resource(), Optional.empty()), of);
        }
    }

    /** Returns what {@code claim}'s key is bound to, or nothing. */
    public Optional<KeptAnswer> find(Claim claim) {
        return Optional.ofNullable(answers.get(bound(claim))).map(Held::kept);
    }

    /** Keeps an answer that shows no case. */
    public void keep(Claim claim, String resource, Answer answer) {
        keep(claim, resource, answer, Optional.empty());
    }

    /** Keeps an answer that shows a case. */
    void keep(Claim claim, String resource, Answer answer, Optional<CaseId> of) {
        answers.put(bound(claim), new Held(new KeptAnswer(claim.requestDigest(), resource, Optional.of(answer)), of));
    }

    /** Erases what was answered of a case so far; the keys stay bound. */
    void erase(CaseId of) {
        answers.replaceAll((bound, held) -> held.of().equals(Optional.of(of)) ? held.erased() : held);
    }

    /** Forgets what was answered of {@code resources}, so that their keys are free again. */
    void forget(Set<String> resources) {
        answers.values().removeIf(held -> resources.contains(held.kept().resource()));
    }

    private static Bound bound(Claim claim) {
        return new Bound(claim.scope(), claim.key());
    }
}
