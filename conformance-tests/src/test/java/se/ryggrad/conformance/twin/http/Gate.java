package se.ryggrad.conformance.twin.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.http.Route.Body;
import se.ryggrad.conformance.twin.identity.Caller;
import se.ryggrad.conformance.twin.identity.Levels;
import se.ryggrad.conformance.twin.identity.Tokens;
import se.ryggrad.conformance.twin.mandates.Mandate;
import se.ryggrad.conformance.twin.mandates.Mandates;

/** Keeps the order of faults up to the body: path, method, token, actor, media types, sizes, parameters. */
public final class Gate {

    /** The largest JSON body in octets. */
    public static final int JSON_LIMIT = 262_144;

    /** The largest document in octets. */
    public static final int DOCUMENT_LIMIT = 1_048_576;

    private static final Set<String> KEYED = Set.of(
            "/documents",
            "/cases",
            "/cases/{id}/actions",
            "/messages",
            "/messages/batches",
            "/subscriptions",
            "/authorities/{authority}/access-log/seals");

    private final TwinSettings settings;
    private final List<Route> routes;
    private final Tokens tokens;
    private final Mandates mandates;
    private final Map<String, Mandate> replayed = new ConcurrentHashMap<>();
    private final String base;

    /** Guards the routes of one principal. */
    public Gate(TwinSettings settings, List<Route> routes, Tokens tokens, Mandates mandates, String base) {
        this.settings = settings;
        this.routes = List.copyOf(routes);
        this.tokens = tokens;
        this.mandates = mandates;
        this.base = base;
    }

    /** Handles a request. */
    public Answer handle(Call call) {
        if (call.method().equals("OPTIONS")) {
            if (settings.breaks(Fault.CORE_080_A)) {
                throw unauthenticated();
            }
            return options(call);
        }
        var route = route(call);
        if (settings.breaks(Fault.CORE_007_A)) {
            negotiate(call, route);
        }
        authenticate(call, route);
        admit(call, route);
        negotiate(call, route);
        checkBody(call, route);
        checkParameters(call, route);
        representation(call, route);
        interests(call, route);
        if (route.body() == Body.JSON) {
            call.json(read(call.body()));
        }
        return route.handler().apply(call);
    }

    private Answer options(Call call) {
        try {
            route(call);
        } catch (Fail fail) {
            String allow = fail.headers().get("Allow");
            if (allow != null) {
                return Answer.empty(204).header("Allow", allow + ", OPTIONS");
            }
            throw fail;
        }
        throw new IllegalStateException("OPTIONS is no route");
    }

    private Route route(Call call) {
        var methods = new TreeSet<String>();
        for (var route : routes) {
            Optional<Map<String, String>> values = route.match(path(call));
            if (values.isPresent()) {
                if (isMethod(route, call)) {
                    call.pathValues(values.get());
                    return route;
                }
                methods.add(route.method());
            }
        }
        if (methods.isEmpty()) {
            throw Fail.notFound();
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        throw Fail.of(ProblemType.METHOD_NOT_ALLOWED).header("Allow", String.join(", ", methods));
    }

    private String path(Call call) {
        return settings.breaks(Fault.CORE_008_A) ? call.path().replaceAll("(.)/$", "$1") : call.path();
    }

    private static boolean isMethod(Route route, Call call) {
        return route.method().equals(call.method())
                || (route.method().equals("GET") && call.method().equals("HEAD"));
    }

    private void authenticate(Call call, Route route) {
        var fields = call.headers("Authorization");
        if ((call.query().has("access_token") && !settings.breaks(Fault.ID_011_C))
                || (fields.size() > 1 && !settings.breaks(Fault.ID_011_A))) {
            throw invalidToken();
        }
        if (fields.isEmpty() && settings.breaks(Fault.ID_011_C) && call.query().has("access_token")) {
            fields = List.of("Bearer " + call.query().first("access_token").orElse(""));
        }
        if (fields.isEmpty()) {
            if (!route.access().withoutToken()) {
                throw unauthenticated();
            }
            return;
        }
        call.caller(caller(call, fields.get(0), route));
    }

    private Caller caller(Call call, String field, Route route) {
        boolean bearer = field.regionMatches(true, 0, "Bearer ", 0, 7)
                || (settings.breaks(Fault.ID_011_B) && field.regionMatches(true, 0, "DPoP ", 0, 5));
        String token = field.substring(field.indexOf(' ') + 1).strip();
        var caller = bearer ? tokens.verify(token, call.method(), call.path()) : Optional.<Caller>empty();
        if (caller.isEmpty()
                && settings.breaks(Fault.ID_002_A)
                && route.access().withoutToken()) {
            return Caller.anonymous();
        }
        return caller.orElseThrow(this::invalidToken);
    }

    /** Returns the problem of a request without a token. */
    public Fail unauthenticated() {
        return Fail.of(ProblemType.NOT_AUTHENTICATED)
                .header("WWW-Authenticate", "Bearer resource_metadata=\"" + metadata() + "\"");
    }

    private Fail invalidToken() {
        return Fail.of(ProblemType.NOT_AUTHENTICATED)
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\", resource_metadata=\"" + metadata() + "\"");
    }

    private String metadata() {
        return base + "/.well-known/oauth-protected-resource";
    }

    private void admit(Call call, Route route) {
        boolean admitted = Portal.isBehind(call, route, settings)
                ? Portal.isAdmitted(call, route, settings)
                : route.access().admits(call.caller()) || settings.breaks(Fault.ID_018_A);
        if (!admitted) {
            throw Fail.of(ProblemType.FORBIDDEN);
        }
    }

    /** Returns the problem of a level of assurance that is too low (RFC 9470). */
    public static Fail assurance(String needed) {
        return Fail.of(ProblemType.INSUFFICIENT_ASSURANCE)
                .header(
                        "WWW-Authenticate",
                        "Bearer error=\"insufficient_user_authentication\", acr_values=\"" + needed + "\"");
    }

    /** Ends with 403 when an officer's level is below the least of all officers. */
    public static void officerLevel(Call call, TwinSettings settings) {
        if (call.caller().isOfficer()
                && !Levels.reaches(call.caller().acr(), Levels.LOA3)
                && !settings.breaks(Fault.ID_024_A)
                && !(settings.breaks(Fault.ID_024_B) && call.path().endsWith("/export"))
                && !(settings.breaks(Fault.ID_024_C) && call.method().equals("PUT"))) {
            throw assurance(Levels.LOA3);
        }
    }

    private void negotiate(Call call, Route route) {
        var produced = new HashSet<>(route.produces());
        if (produced.contains("*/*")) {
            return;
        }
        produced.add("application/json");
        boolean lower = settings.breaks(Fault.CORE_010_B)
                && !String.join(",", call.headers("Accept")).matches("[^A-Z]*");
        if ((lower || !Media.accepts(call.headers("Accept"), produced)) && !settings.breaks(Fault.CORE_010_A)) {
            throw Fail.of(ProblemType.NOT_ACCEPTABLE);
        }
    }

    private void checkBody(Call call, Route route) {
        if (route.body() == Body.NONE) {
            return;
        }
        boolean raw = route.body() == Body.RAW;
        if (call.body().length > limit(raw) && !isLoose(call, Fault.CORE_012_C)) {
            throw Fail.of(ProblemType.PAYLOAD_TOO_LARGE);
        }
        String type = call.header("Content-Type").orElse("");
        boolean unsaid = raw && type.isEmpty() && settings.breaks(Fault.CASE_030_C);
        boolean readable = raw
                ? unsaid || type.matches("[\\w.+-]+/[\\w.+-]+(;.*)?")
                : isJson(type) || isLoose(call, Fault.CORE_011_C);
        if (!readable || isEncoded(call)) {
            throw Fail.of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    /** Tells whether a twin does not look at the body of this request, an action on a case. */
    private boolean isLoose(Call call, Fault fault) {
        return settings.breaks(fault) && call.path().endsWith("/actions");
    }

    private int limit(boolean raw) {
        if (settings.breaks(raw ? Fault.CASE_032_B : Fault.CORE_012_A)) {
            return Integer.MAX_VALUE;
        }
        int limit = raw ? DOCUMENT_LIMIT : JSON_LIMIT;
        return settings.breaks(Fault.CORE_012_B) ? limit - 1 : limit;
    }

    private boolean isJson(String type) {
        if (settings.breaks(Fault.CORE_011_B) && type.contains("\"")) {
            return false;
        }
        return Media.isJson(type) || settings.breaks(Fault.CORE_011_A);
    }

    private boolean isEncoded(Call call) {
        return call.header("Content-Encoding").isPresent() && !settings.breaks(Fault.CASE_032_A);
    }

    private void checkParameters(Call call, Route route) {
        if (KEYED.contains(route.template()) && route.method().equals("POST")) {
            IdempotencyKey.of(call, settings);
        }
        boolean one = settings.breaks(Fault.CORE_027_C) && route.template().equals("/cases/{id}");
        if (settings.breaks(Fault.CORE_027_A) || one) {
            return;
        }
        var known = new HashSet<>(route.query());
        if (settings.breaks(Fault.ID_011_C)) {
            known.add("access_token");
        }
        var faults = new ArrayList<>(call.query().faults(known));
        if (settings.breaks(Fault.CORE_027_B)) {
            faults.removeIf(f -> f.code().equals("duplicate-parameter"));
        }
        if (!faults.isEmpty()) {
            throw Fail.parameters(faults);
        }
    }

    private void representation(Call call, Route route) {
        String id = call.header("On-Behalf-Of").orElse("");
        boolean open = route.access().equals(Access.everybody());
        if (open || call.header("On-Behalf-Of").isEmpty()) {
            alone(call);
        } else if (mandates.isKnown(id) || !isIgnored(route)) {
            call.caller(call.caller().actingBy(mandate(call, id)));
        }
    }

    /** Asks whom an officer may represent: in their cases the officer is partial (FL section 16). */
    private void interests(Call call, Route route) {
        var caller = call.caller();
        boolean open = route.access().equals(Access.everybody());
        if (!open && caller.isOfficer() && !caller.number().isEmpty()) {
            call.caller(caller.representing(mandates.representedBy(caller, call.trace())));
        }
    }

    /** A broken twin asks the registry about whoever comes, for themselves too. */
    private void alone(Call call) {
        if (call.caller().isPerson()
                && settings.breaks(Fault.ID_051_C)
                && !call.path().endsWith("/representations")) {
            mandates.of(call.caller(), call.trace());
        }
    }

    private Mandate mandate(Call call, String id) {
        if (!call.caller().isPerson()) {
            throw Fail.of(ProblemType.FORBIDDEN);
        }
        String key = call.header("Idempotency-Key").orElse("");
        if (!key.isEmpty() && replayed.containsKey(key) && settings.breaks(Fault.ID_044_D)) {
            return Objects.requireNonNull(replayed.get(key));
        }
        try {
            var mandate = mandates.find(call.caller(), id, call.trace());
            replayed.put(key, mandate);
            return mandate;
        } catch (Fail fail) {
            boolean foreign = mandates.isKnown(id) && fail.type() == ProblemType.FORBIDDEN;
            throw foreign && settings.breaks(Fault.ID_027_D) ? Fail.notFound() : fail;
        }
    }

    private boolean isIgnored(Route route) {
        return settings.breaks(Fault.ID_027_A)
                || (settings.breaks(Fault.ID_027_B) && route.method().equals("POST"))
                || (settings.breaks(Fault.ID_027_C) && route.template().matches(".*/(export|memos|documents/.*)"));
    }

    private tools.jackson.databind.JsonNode read(byte[] body) {
        if (settings.breaks(Fault.CORE_014_A)) {
            return Json.parseAnyDepth(body);
        }
        if (settings.breaks(Fault.CORE_013_B)) {
            return Json.parseInnerDuplicates(body);
        }
        return settings.breaks(Fault.CORE_013_A) ? Json.parseDuplicates(body) : Json.parse(body);
    }

    /** Returns the templates of all paths, for tests. */
    public Set<String> templates() {
        var all = new TreeSet<String>();
        routes.forEach(r -> all.add(r.template()));
        return all;
    }
}
