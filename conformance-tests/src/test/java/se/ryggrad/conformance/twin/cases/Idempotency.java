package se.ryggrad.conformance.twin.cases;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Media;
import se.ryggrad.conformance.twin.http.ProblemType;

/** Keeps the first answer of each idempotency key; guarded by the lock of its world. */
public final class Idempotency {

    private final TwinSettings settings;
    private final Map<String, Kept> answers = new HashMap<>();

    private record Kept(String body, Answer answer, String resource) {}

    /** An answer and the resource that it is about. */
    public record Outcome(Answer answer, String resource) {}

    /** Keeps no answer yet. */
    public Idempotency(TwinSettings settings) {
        this.settings = settings;
    }

    /** Returns the key of a request, or ends with 400. */
    public static String key(Call call, TwinSettings settings) {
        String key = call.header("Idempotency-Key").orElse("").toLowerCase(java.util.Locale.ROOT);
        boolean anonymous = call.caller().isAnonymous() && !settings.breaks(Fault.CASE_040_A);
        String version = anonymous ? "4" : "[0-9a-f]";
        boolean uuid = key.matches("[0-9a-f]{8}-[0-9a-f]{4}-" + version + "[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
                && call.headers("Idempotency-Key").size() == 1;
        if (!uuid && !settings.breaks(Fault.CORE_028_B) && !(key.isEmpty() && settings.breaks(Fault.CORE_028_A))) {
            throw Fail.parameter("Idempotency-Key", key.isEmpty() ? "required" : "format");
        }
        return key.isEmpty() ? java.util.UUID.randomUUID().toString() : key;
    }

    /** Returns the kept answer of this request, or does it and keeps its answer. */
    public Answer once(Call call, Supplier<Outcome> work) {
        String scope = scope(call);
        String body = Media.plain(call.header("Content-Type").orElse("")) + " " + Event.hex(Event.sha256(call.body()));
        var kept = answers.get(scope);
        if (kept == null) {
            return first(scope, body, work);
        }
        if (kept.body().equals(body) || settings.breaks(Fault.CORE_030_A)) {
            return settings.breaks(Fault.CORE_029_A) ? first(scope, body, work) : replay(kept);
        }
        var fail = Fail.of(ProblemType.IDEMPOTENCY_CONFLICT);
        throw settings.breaks(Fault.CORE_030_B) ? fail : fail.member("firstResource", kept.resource());
    }

    private Answer replay(Kept kept) {
        var copy = kept.answer().copy();
        return settings.breaks(Fault.CORE_029_B) ? copy.withStatus(200) : copy;
    }

    private Answer first(String scope, String body, Supplier<Outcome> work) {
        try {
            var outcome = work.get();
            answers.put(scope, new Kept(body, outcome.answer().copy(), outcome.resource()));
            return outcome.answer();
        } catch (Fail fail) {
            if (settings.breaks(Fault.CORE_033_A)) {
                answers.put(scope, new Kept("", Answer.empty(200), "00000000-0000-4000-8000-000000000000"));
            }
            throw fail;
        }
    }

    private String scope(Call call) {
        String key = key(call, settings);
        String actor = settings.breaks(Fault.CORE_032_A) ? "" : call.caller().id();
        String path = settings.breaks(Fault.CORE_032_B) ? "" : call.path();
        return String.join(" ", actor, call.method(), path, key);
    }
}
