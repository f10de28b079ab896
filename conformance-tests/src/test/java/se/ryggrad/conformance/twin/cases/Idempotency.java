package se.ryggrad.conformance.twin.cases;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.IdempotencyKey;
import se.ryggrad.conformance.twin.http.Media;
import se.ryggrad.conformance.twin.http.ProblemType;
import se.ryggrad.conformance.twin.http.Problems;

/** Keeps the first answer of each idempotency key; guarded by the lock of its world. */
public final class Idempotency {

    private static final long LINGER_MILLIS = 1000;

    private final TwinSettings settings;
    private final Map<String, Kept> answers = new HashMap<>();

    private record Kept(String body, Answer answer, String resource, long madeAt) {}

    /** An answer and the resource that it is about, or empty where it is about none. */
    public record Outcome(Answer answer, String resource) {}

    /** Keeps no answer yet. */
    public Idempotency(TwinSettings settings) {
        this.settings = settings;
    }

    /** Returns the kept answer of this request, or does it and keeps its answer. */
    public Answer once(Call call, Supplier<Outcome> work) {
        String scope = scope(call);
        var kept = answers.get(scope);
        if (kept == null || isUnnoticed(kept, call)) {
            return first(call, work);
        }
        if (kept.body().equals(body(call)) || settings.breaks(Fault.CORE_030_A)) {
            return isForgotten(call) ? first(call, work) : replay(kept);
        }
        var fail = Fail.of(ProblemType.IDEMPOTENCY_CONFLICT);
        boolean unnamed = kept.resource().isEmpty() || settings.breaks(Fault.CORE_030_B);
        throw unnamed ? fail : fail.member("firstResource", kept.resource());
    }

    /** Returns the kept answer of this request, if it was done before. */
    public Optional<Answer> known(Call call) {
        var kept = Optional.ofNullable(answers.get(scope(call)));
        return kept.filter(k -> k.body().equals(body(call))).map(this::replay);
    }

    private String body(Call call) {
        boolean raw = call.path().equals("/documents");
        String type = raw && settings.breaks(Fault.CORE_030_C)
                ? ""
                : Media.plain(call.header("Content-Type").orElse(""));
        byte[] octets = !raw && settings.breaks(Fault.CORE_030_D)
                ? Event.canonical(call.object()).getBytes(StandardCharsets.UTF_8)
                : call.body();
        return type + " " + Event.hex(Event.sha256(octets));
    }

    private boolean isForgotten(Call call) {
        return settings.breaks(Fault.CORE_029_A)
                || (settings.breaks(Fault.CORE_029_C) && call.path().equals("/documents"));
    }

    /** Tells whether the request came while the first was under way, and the twin does not notice that. */
    private boolean isUnnoticed(Kept kept, Call call) {
        return isLoose(call, settings) && call.arrivedAt() < kept.madeAt();
    }

    private static boolean isLoose(Call call, TwinSettings settings) {
        return switch (call.path()) {
            case "/cases" -> settings.breaks(Fault.CORE_031_A);
            case "/documents" -> settings.breaks(Fault.CORE_031_C);
            default -> settings.breaks(Fault.CORE_031_B) && isMessage(call);
        };
    }

    private static boolean isMessage(Call call) {
        return call.path().endsWith("/actions")
                && new String(call.body(), StandardCharsets.UTF_8).contains("\"message\"");
    }

    /**
     * Where a twin does not notice what is sent at once, waits so long that it arrives, however busy the
     * machine is. To be called without the lock of the world, so that nobody else waits.
     */
    public static void await(Call call, TwinSettings settings) {
        try {
            if (isLoose(call, settings) && call.method().equals("POST")) {
                TimeUnit.MILLISECONDS.sleep(LINGER_MILLIS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer replay(Kept kept) {
        var copy = kept.answer().copy();
        return settings.breaks(Fault.CORE_029_B) ? copy.withStatus(200) : copy;
    }

    private Answer first(Call call, Supplier<Outcome> work) {
        String scope = scope(call);
        String body = body(call);
        try {
            var outcome = work.get();
            answers.put(scope, new Kept(body, outcome.answer().copy(), outcome.resource(), System.nanoTime()));
            return outcome.answer();
        } catch (Fail fail) {
            if (settings.breaks(Fault.CORE_033_A)) {
                answers.put(scope, new Kept("", Answer.empty(200), "00000000-0000-4000-8000-000000000000", 0));
            }
            if (settings.breaks(Fault.CORE_033_B) && fail.type() == ProblemType.STALE_VERSION) {
                answers.put(scope, new Kept(body, Problems.answer(call, fail), "", 0));
            }
            throw fail;
        }
    }

    private String scope(Call call) {
        String key = IdempotencyKey.of(call, settings);
        String actor = settings.breaks(Fault.CORE_032_A) ? "" : call.caller().id();
        String path = settings.breaks(Fault.CORE_032_B) ? "" : call.path();
        return String.join(" ", actor, represented(call), call.method(), path, key);
    }

    /** Returns for whom a request is, or nothing when it is the caller's own. */
    private String represented(Call call) {
        if (settings.breaks(Fault.ID_052_A)) {
            return "";
        }
        return call.caller()
                .mandate()
                .map(m -> m.scheme() + ":" + m.value() + (settings.breaks(Fault.ID_052_B) ? UUID.randomUUID() : ""))
                .orElse("");
    }
}
