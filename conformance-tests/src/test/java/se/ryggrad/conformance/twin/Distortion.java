package se.ryggrad.conformance.twin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.ProblemType;
import se.ryggrad.conformance.twin.http.Problems;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Rewrites answers of a twin whose fault shows in the answer alone. */
final class Distortion {

    private final TwinSettings settings;
    private final Call call;
    private Answer answer;

    private Distortion(TwinSettings settings, Call call, Answer answer) {
        this.settings = settings;
        this.call = call;
        this.answer = answer;
    }

    static Answer of(TwinSettings settings, Call call, Answer answer) {
        var distortion = new Distortion(settings, call, answer);
        distortion.problems();
        distortion.bodies();
        distortion.cases();
        distortion.headers();
        distortion.agreement();
        return distortion.answer;
    }

    private void when(Fault fault, boolean condition, BiFunction<Call, Answer, Answer> rewrite) {
        if (condition && settings.breaks(fault)) {
            answer = rewrite.apply(call, answer);
        }
    }

    private void edit(Fault fault, boolean condition, Consumer<ObjectNode> change) {
        when(fault, condition && answer.body().length > 0, (c, a) -> {
            if (Json.read(new String(a.body(), StandardCharsets.UTF_8)) instanceof ObjectNode body) {
                change.accept(body);
                return a.withBody(Json.bytes(body));
            }
            return a;
        });
    }

    private void text(Fault fault, String pattern, String replacement) {
        when(fault, isJson(), (c, a) -> {
            String text = new String(a.body(), StandardCharsets.UTF_8).replaceAll(pattern, replacement);
            return a.withBody(text.getBytes(StandardCharsets.UTF_8));
        });
    }

    private boolean isJson() {
        return answer.headers().getOrDefault("Content-Type", "").contains("json");
    }

    private void problems() {
        boolean problem = answer.status() >= 400;
        boolean invalid = answer.status() == 422;
        edit(Fault.CORE_001_A, problem, b -> b.remove("traceId"));
        when(Fault.CORE_001_B, problem, (c, a) -> a.header("Content-Type", "application/json"));
        edit(Fault.CORE_002_A, problem, b -> b.put("type", b.path("type").asString() + "-failed"));
        boolean method = answer.status() == 405;
        edit(Fault.CORE_001_C, method, b -> b.remove("title"));
        edit(Fault.CORE_002_B, method, b -> b.put("type", "urn:ryggrad:problem:no-such-method"));
        edit(Fault.CORE_003_A, problem, b -> b.put("instance", "urn:uuid:0f8fad5b-d9cb-469f-a165-70867728950e"));
        edit(Fault.CORE_004_A, invalid, b -> keepFive(b));
        edit(Fault.CORE_004_B, invalid, Distortion::reverse);
        edit(Fault.CORE_004_C, invalid, Distortion::orderByNumber);
        boolean begun = invalid && call.path().equals("/cases");
        edit(Fault.CORE_004_D, begun, Distortion::keepForm);
        edit(Fault.CORE_005_A, invalid, b -> pointAtParents(b, "/"));
        edit(Fault.CORE_005_B, invalid, b -> pointAtParents(b, "/form/contacts/"));
        edit(Fault.CORE_006_A, problem, b -> b.put("detail", "java.lang.IllegalStateException: " + call.path()));
        edit(Fault.CORE_040_B, problem, b -> b.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736"));
    }

    private static void keepFive(ObjectNode body) {
        if (body.path("errors").size() > 5) {
            var first = body.path("errors").valueStream().limit(5).toList();
            body.putArray("errors").addAll(first);
        }
    }

    private static void reverse(ObjectNode body) {
        var errors = new ArrayList<>(body.path("errors").valueStream().toList());
        java.util.Collections.reverse(errors);
        if (!errors.isEmpty()) {
            body.putArray("errors").addAll(errors);
        }
    }

    private static void orderByNumber(ObjectNode body) {
        var errors = new ArrayList<>(body.path("errors").valueStream().toList());
        var number = Pattern.compile("[0-9]+");
        errors.sort(Comparator.comparing((JsonNode e) -> number.matcher(
                        e.path("pointer").asString(""))
                .replaceAll(n -> "0".repeat(Math.max(0, 9 - n.group().length())) + n.group())));
        if (!errors.isEmpty()) {
            body.putArray("errors").addAll(errors);
        }
    }

    private static void keepForm(ObjectNode body) {
        var form = body.path("errors")
                .valueStream()
                .filter(e -> e.path("pointer").asString("").startsWith("/form"))
                .toList();
        if (!form.isEmpty()) {
            body.putArray("errors").addAll(form);
        }
    }

    private static void pointAtParents(ObjectNode body, String below) {
        for (var error : body.path("errors").values()) {
            String pointer = error.path("pointer").asString("");
            if (error.path("code").asString("").equals("required")
                    && pointer.startsWith(below)
                    && error instanceof ObjectNode object) {
                object.put("pointer", pointer.substring(0, Math.max(0, pointer.lastIndexOf('/'))));
            }
        }
    }

    private void bodies() {
        boolean good = answer.status() == 200 || answer.status() == 201;
        boolean one = good && call.path().matches("/cases/[^/]+");
        edit(Fault.CORE_016_A, one, b -> b.putNull("result"));
        edit(Fault.CORE_016_B, one && call.caller().isPerson(), b -> b.putNull("remark"));
        text(Fault.CORE_017_A, "\\s+\"", "\"");
        text(Fault.CORE_020_A, "([0-9]{2}:[0-9]{2}:[0-9]{2})\\.[0-9]{3}Z", "$1Z");
        instants();
        edit(Fault.CORE_047_A, call.path().equals("/api-info"), b -> b.remove("apiStatus"));
        when(Fault.CORE_050_A, isUnoffered(), (c, a) -> Answer.json(200, Json.object()));
        boolean events = good && call.path().endsWith("/events") && call.path().startsWith("/cases/");
        edit(Fault.CASE_023_A, events, b -> b.path("items").forEach(Distortion::countFromZero));
        edit(Fault.CASE_023_B, one, b -> b.put("version", b.path("version").asInt() + 1));
        boolean later = events && call.query().number("page", 1, 1000, 1) > 1;
        edit(Fault.CASE_023_C, later, b -> b.path("items").forEach(Distortion::countFromZero));
        boolean counted = good && call.path().equals("/cases") && call.query().has("status");
        edit(
                Fault.CORE_026_D,
                counted && call.query().has("count"),
                b -> b.put("total", b.path("total").asInt() + 1));
        boolean feed = good && call.path().equals("/events");
        edit(Fault.EVT_002_A, feed, b -> b.path("items").forEach(i -> set(i, "type", "case.changed")));
        edit(Fault.EVT_002_B, feed, b -> b.path("items").forEach(i -> set(i, "source", "urn:ryggrad")));
        edit(Fault.EVT_003_A, feed, b -> b.path("items").forEach(i -> set(i.path("data"), "unit", "unit-a")));
    }

    private void instants() {
        String decimals = "(\"%s\":\"[-0-9]{10}T[0-9:]{8})\\.[0-9]{3}Z";
        text(Fault.CORE_020_C, decimals.formatted("writtenAt"), "$1Z");
        text(Fault.CORE_020_D, decimals.formatted("assessedAt"), "$1Z");
        text(Fault.CORE_020_F, decimals.formatted("time"), "$1Z");
    }

    private boolean isUnoffered() {
        return answer.status() == 404 && call.path().startsWith("/kundhandelseFragaSynkron");
    }

    private static void countFromZero(JsonNode event) {
        if (event instanceof ObjectNode object) {
            object.put("sequence", object.path("sequence").asInt() - 1);
        }
    }

    private static void set(JsonNode node, String name, String value) {
        if (node instanceof ObjectNode object) {
            object.put(name, value);
        }
    }

    private void cases() {
        boolean made = answer.status() == 201 && call.path().equals("/cases");
        when(Fault.CASE_001_A, made, (c, a) -> a.without("Location"));
        edit(Fault.CASE_013_B, made, Distortion::withoutNumber);
        edit(Fault.CASE_014_B, made, Distortion::numberAtOnce);
        boolean shown = made || (answer.status() == 200 && call.path().matches("/cases/[^/]+(/actions)?"));
        edit(Fault.CASE_001_B, shown, b -> b.remove("provenance"));
        when(Fault.CORE_035_A, shown, (c, a) -> weak(a));
        boolean acted = answer.status() == 200 && call.path().endsWith("/actions");
        when(Fault.HAND_005_A, acted, (c, a) -> a.header("Location", "/cases"));
        boolean takenBack = acted && call.object().path("action").asString("").equals("close-request");
        when(Fault.HAND_005_B, takenBack, (c, a) -> a.withStatus(201));
    }

    private static void withoutNumber(ObjectNode body) {
        if (body.path("service").path("id").asString("").equals("conformance-plain")) {
            body.remove("registryNumber");
        }
    }

    private static void numberAtOnce(ObjectNode body) {
        if (!body.has("registryNumber")) {
            body.put("registryNumber", "A 1");
        }
    }

    private static Answer weak(Answer answer) {
        String tag = answer.headers().get("ETag");
        return tag == null ? answer : answer.header("ETag", "W/" + tag);
    }

    private void headers() {
        when(Fault.CORE_009_A, answer.status() == 405, (c, a) -> a.without("Allow"));
        when(Fault.CORE_041_A, true, (c, a) -> a.header("Content-Language", "sv"));
        when(
                Fault.CORE_044_A,
                call.caller().isPerson(),
                (c, a) -> a.header("X-Actor", call.caller().number()));
        boolean download = call.path().contains("/documents/");
        when(Fault.CORE_040_C, download, (c, a) -> a.without("traceparent"));
        boolean bodiless = answer.status() == 204 || answer.status() == 304;
        when(Fault.CORE_040_D, bodiless, (c, a) -> a.without("traceparent"));
        when(Fault.CORE_042_B, answer.status() >= 400, (c, a) -> a.without("Cache-Control"));
        boolean followed = call.path().equals("/follow-up");
        when(Fault.CORE_042_C, followed, (c, a) -> a.header("Cache-Control", "no-cache"));
        when(Fault.CORE_043_B, call.path().endsWith("/export"), (c, a) -> a.without("Vary"));
        when(Fault.CORE_053_A, true, (c, a) -> a.header("Access-Control-Allow-Origin", "*"));
        when(Fault.ID_001_A, answer.status() == 401, (c, a) -> challenge(a, "resource_metadata", "about"));
        when(Fault.ID_002_B, answer.status() == 401, (c, a) -> challenge(a, "invalid_token", "invalid_request"));
        when(Fault.ID_022_A, answer.status() == 403, (c, a) -> challenge(a, "acr_values", "level"));
    }

    private void agreement() {
        boolean good = answer.status() == 200;
        boolean given = answer.status() == 422 && call.method().equals("POST");
        boolean listed = given && new String(call.body(), StandardCharsets.UTF_8).startsWith("[");
        when(Fault.CORE_058_A, isPreflight(), (c, a) -> internal());
        when(Fault.CORE_058_B, listed, (c, a) -> internal());
        boolean counted = good
                && call.path().equals("/me/representations")
                && call.query().has("count");
        edit(Fault.ID_028_F, counted, b -> b.put("total", b.path("total").asInt() + 1));
        boolean representations = good
                && call.path().equals("/me/representations")
                && new String(answer.body(), StandardCharsets.UTF_8).contains("\"items\":[]");
        when(Fault.CORE_059_A, representations, (c, a) -> a.withStatus(203));
        boolean form = good && call.path().endsWith("/form");
        when(Fault.CORE_059_B, form, (c, a) -> a.header("Content-Type", "text/plain"));
        boolean memos = good && call.path().endsWith("/memos");
        when(Fault.CORE_060_A, memos, (c, a) -> a.withBody(Arrays.copyOf(a.body(), a.body().length - 1)));
        edit(Fault.CORE_060_B, good && call.path().equals("/me"), b -> b.put("acr", 3));
    }

    private boolean isPreflight() {
        return call.method().equals("OPTIONS") && call.header("Origin").isPresent();
    }

    private Answer internal() {
        return Problems.answer(call, Fail.of(ProblemType.INTERNAL));
    }

    private static Answer challenge(Answer answer, String word, String other) {
        String challenge = answer.headers().get("WWW-Authenticate");
        return challenge == null ? answer : answer.header("WWW-Authenticate", challenge.replace(word, other));
    }
}
