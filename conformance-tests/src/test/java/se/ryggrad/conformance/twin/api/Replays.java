package se.ryggrad.conformance.twin.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.Standing;
import se.ryggrad.conformance.twin.cases.Views;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.erasure.Remains;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.JsonNode;

/**
 * Gives the first answer about a case again, with no more than whoever asks sees of the case by now; guarded by the lock
 * of the world.
 */
final class Replays {

    private final World world;

    Replays(World world) {
        this.world = world;
    }

    /** Gives the answer to somebody who begins a case, with a token, or has begun it before. */
    Answer begun(Call call, Answer first, boolean again) {
        var standing = standing(call, first);
        if (again) {
            standing.ifPresent(this::requireOpen);
        }
        var current = renewed(call, first);
        return standing.map(s -> narrowed(s, call, current, again, Fault.ID_072_O))
                .orElse(current);
    }

    /** Gives the answer to somebody who acts on a case, or has acted on it before. */
    Answer acted(Standing standing, Call call, Answer first, boolean again) {
        var current = renewed(standing, call, first, Fault.HAND_077_B);
        return narrowed(standing, call, current, again, Fault.ID_072_N);
    }

    /** Shows a case that was begun before as it is now, when anything was erased since. */
    Answer renewed(Call call, Answer first) {
        return standing(call, first)
                .map(standing -> renewed(standing, call, first, Fault.HAND_077_A))
                .orElse(first);
    }

    private Answer renewed(Standing standing, Call call, Answer answer, Fault forgotten) {
        if (!Remains.isOutdated(answer, standing.file(), List.of(forgotten), standing)) {
            return answer;
        }
        if (!standing.sees()) {
            throw Fail.notFound();
        }
        var view = Views.whole(standing, call.language());
        String tag = Views.tag(standing, view);
        if (call.caller().isAnonymous()) {
            view.put("followUpCode", standing.file().followUpCode());
        }
        var current = answer.withBody(Json.bytes(view)).header("ETag", tag);
        var other = breaks(Fault.HAND_077_C) ? current.withStatus(200) : current;
        return breaks(Fault.HAND_077_D) ? other.without("Location") : other;
    }

    /** Refuses a contact centre for which a case that it has handed in is not there any more. */
    private void requireOpen(Standing standing) {
        if (standing.isLimited() && !standing.sees() && !breaks(Fault.ID_073_E)) {
            throw Fail.notFound();
        }
    }

    private Answer narrowed(Standing standing, Call call, Answer answer, boolean again, Fault forgotten) {
        boolean reduced = standing.isReduced() && !breaks(Fault.ID_058_N);
        boolean limited = again && standing.isLimited() && isWhole(answer) && !breaks(forgotten);
        return reduced || limited ? shown(standing, call, answer) : answer;
    }

    private static boolean isWhole(Answer answer) {
        var body = body(answer);
        return body.has("form") && !body.has("limited");
    }

    private static Answer shown(Standing standing, Call call, Answer answer) {
        var view = Views.whole(standing, call.language());
        return answer.withBody(Json.bytes(view)).header("ETag", Views.tag(standing, view));
    }

    private Optional<Standing> standing(Call call, Answer first) {
        boolean byCode = call.caller().isAnonymous();
        return world.find(body(first).path("id").asString(""))
                .map(file -> new Standing(world, file, call.caller(), byCode, call.ruling()));
    }

    private static JsonNode body(Answer answer) {
        return Json.read(new String(answer.body(), StandardCharsets.UTF_8));
    }

    private boolean breaks(Fault fault) {
        return world.settings().breaks(fault);
    }
}
