package se.ryggrad.conformance.twin.cases;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.IdempotencyKey;
import se.ryggrad.conformance.twin.http.Media;
import se.ryggrad.conformance.twin.http.ProblemType;

/** Keeps the first answer of each idempotency key; guarded by the lock of its world. */
public final class Idempotency {

    private final TwinSettings settings;
    private final Map<String, Kept> answers = new HashMap<>();

    private record Kept(String body, Answer answer, String resource, long madeAt) {}

    /** An answer and the resource that it is about. */
    public record Outcome(Answer answer, String resource) {}

    /** Keeps no answer yet. */
    public Idempotency(TwinSettings settings) {
        this.settings = settings;
    }

    /** Returns the kept answer of this request, or does it and keeps its answer. */
    public Answer once(Call call, Supplier<Outcome> work) {
        String scope = scope(call);
        String body = Media.plain(call.header("Content-Type").orElse("")) + " " + Event.hex(Event.sha256(call.body()));
        var kept = answers.get(scope);
        if (kept == null || isTooYoung(kept)) {
            return first(scope, body, work);
        }
        if (kept.body().equals(body) || settings.breaks(Fault.CORE_030_A)) {
            return settings.breaks(Fault.CORE_029_A) ? first(scope, body, work) : replay(kept);
        }
        var fail = Fail.of(ProblemType.IDEMPOTENCY_CONFLICT);
        throw settings.breaks(Fault.CORE_030_B) ? fail : fail.member("firstResource", kept.resource());
    }

    private boolean isTooYoung(Kept kept) {
        return settings.breaks(Fault.CORE_031_A) && System.nanoTime() - kept.madeAt() < 100_000_000L;
    }

    private Answer replay(Kept kept) {
        var copy = kept.answer().copy();
        return settings.breaks(Fault.CORE_029_B) ? copy.withStatus(200) : copy;
    }

    private Answer first(String scope, String body, Supplier<Outcome> work) {
        try {
            var outcome = work.get();
            answers.put(scope, new Kept(body, outcome.answer().copy(), outcome.resource(), System.nanoTime()));
            return outcome.answer();
        } catch (Fail fail) {
            if (settings.breaks(Fault.CORE_033_A)) {
                answers.put(scope, new Kept("", Answer.empty(200), "00000000-0000-4000-8000-000000000000", 0));
            }
            throw fail;
        }
    }

    private String scope(Call call) {
        String key = IdempotencyKey.of(call, settings);
        String actor = settings.breaks(Fault.CORE_032_A) ? "" : call.caller().id();
        String path = settings.breaks(Fault.CORE_032_B) ? "" : call.path();
        return String.join(" ", actor, call.method(), path, key);
    }
}
