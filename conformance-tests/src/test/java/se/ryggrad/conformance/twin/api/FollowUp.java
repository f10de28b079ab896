package se.ryggrad.conformance.twin.api;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.actions.Actions;
import se.ryggrad.conformance.twin.cases.Idempotency;
import se.ryggrad.conformance.twin.cases.Standing;
import se.ryggrad.conformance.twin.cases.Views;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.erasure.Remains;
import se.ryggrad.conformance.twin.http.Access;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.IdempotencyKey;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.Route;
import se.ryggrad.conformance.twin.identity.Caller;

/** Lets somebody without a token follow their case by its code. */
public final class FollowUp {

    private final World world;

    /** Serves the anonymous cases of one principal. */
    public FollowUp(World world) {
        this.world = world;
    }

    /** Returns the operation. */
    public List<Route> routes() {
        return List.of(Route.post("/follow-up", Access.everybody(), this::followUp));
    }

    private Answer followUp(Call call) {
        var body = call.object();
        if (!body.path("followUpCode").isString()) {
            throw Fail.invalid("/followUpCode", body.has("followUpCode") ? "type" : "required");
        }
        String code = body.path("followUpCode").asString();
        if (body.has("action")) {
            IdempotencyKey.of(call, world.settings());
        }
        synchronized (world) {
            var file = world.cases().values().stream()
                    .filter(f -> !f.followUpCode().isEmpty() && isCode(f.followUpCode(), code))
                    .findFirst();
            if (file.isEmpty() && world.settings().breaks(Fault.CASE_038_B)) {
                return Answer.json(200, Json.object());
            }
            var found = file.orElseThrow(Fail::notFound);
            var standing = Standing.remembered(world, found, Caller.anonymous(), true);
            if (!standing.isFollowed()) {
                throw Fail.notFound();
            }
            if (!body.has("action")) {
                return Answer.json(200, view(standing, call));
            }
            var answer = world.idempotency().once(call, () -> act(standing, call));
            return Remains.isOutdated(answer, found, List.of(Fault.HAND_077_E), standing)
                    ? answer.withBody(Json.bytes(view(standing, call)))
                    : answer;
        }
    }

    private boolean isCode(String kept, String given) {
        if (world.settings().breaks(Fault.CASE_038_D) && given.matches("[A-Za-z0-9_-]{22}")) {
            var decoder = Base64.getUrlDecoder();
            return Arrays.equals(decoder.decode(kept), decoder.decode(given));
        }
        return world.settings().breaks(Fault.CASE_038_C) ? kept.equalsIgnoreCase(given) : kept.equals(given);
    }

    private Idempotency.Outcome act(Standing standing, Call call) {
        var body = call.object();
        if (!world.settings().breaks(Fault.CASE_039_A)) {
            Actions.actByCode(standing, call, body.deepCopy().without("followUpCode"));
        }
        return new Idempotency.Outcome(
                Answer.json(200, view(standing, call)), standing.file().id());
    }

    private tools.jackson.databind.node.ObjectNode view(Standing standing, Call call) {
        var view = Views.reduced(standing, call.language());
        if (world.settings().breaks(Fault.CASE_038_A)) {
            view.putArray("messages");
        }
        return view;
    }
}
