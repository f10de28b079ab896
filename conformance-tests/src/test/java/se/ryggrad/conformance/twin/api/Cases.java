package se.ryggrad.conformance.twin.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.actions.Actions;
import se.ryggrad.conformance.twin.actions.Start;
import se.ryggrad.conformance.twin.cases.Readings;
import se.ryggrad.conformance.twin.cases.Standing;
import se.ryggrad.conformance.twin.cases.Views;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.catalog.Service;
import se.ryggrad.conformance.twin.http.Access;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Gate;
import se.ryggrad.conformance.twin.http.ProblemType;
import se.ryggrad.conformance.twin.http.Route;
import se.ryggrad.conformance.twin.identity.Caller.Kind;
import se.ryggrad.conformance.twin.identity.Levels;
import se.ryggrad.conformance.twin.protection.Identity;
import tools.jackson.databind.node.ObjectNode;

/** Begins cases, shows them and acts on them. */
public final class Cases {

    private static final Map<String, Set<Fault>> FORGOTTEN = Map.of(
            "/documents", Set.of(Fault.ID_057_D),
            "/events", Set.of(Fault.ID_057_E),
            "/export", Set.of(Fault.ID_057_F),
            "/access-log", Set.of(Fault.ID_057_G),
            "/memos", Set.of(Fault.ID_057_H),
            "/actions", Set.of(Fault.ID_057_I));

    private static final Map<String, Fault> KNOWN =
            Map.of("/actions", Fault.ID_073_C, "/documents", Fault.ID_073_F, "/memos", Fault.ID_073_G);

    private static final Map<String, Fault> OPENED = Map.of(
            "/events", Fault.ID_074_B,
            "/documents/", Fault.ID_074_C,
            "/export", Fault.ID_074_D,
            "/access-log", Fault.ID_074_E);

    private final World world;
    private final Gate[] gate;
    private final Represented represented;
    private final Replays replays;

    /** Serves the cases of one principal; the gate is there when the first request comes. */
    public Cases(World world, Gate[] gate) {
        this.world = world;
        this.gate = gate;
        this.represented = new Represented(world);
        this.replays = new Replays(world);
    }

    /** Returns the operations. */
    public List<Route> routes() {
        var people = Access.only(Kind.PERSON, Kind.OFFICER);
        var read = people.orSystem("cases:read");
        boolean free = world.settings().breaks(Fault.ID_018_C);
        var told = free ? people.orSystem() : read;
        var acting = world.settings().breaks(Fault.ID_018_B)
                ? people.orSystem("cases:register", "cases:read")
                : people.orSystem("cases:register");
        var officers = Access.only(Kind.OFFICER);
        boolean open = world.settings().breaks(Fault.HAND_027_C);
        var some = open ? officers.orSystem("cases:register") : officers;
        var working = world.settings().breaks(Fault.HAND_027_A) ? people : some;
        var begin = people.orSystem("cases:open").orAnonymous();
        return List.of(
                Route.post("/cases", begin, this::begin),
                Route.get("/cases/{id}", read, asking(this::one)),
                Route.get("/cases/{id}/events", told, asking(this::events), "limit", "page", "count"),
                Route.post("/cases/{id}/actions", acting, asking(this::act)),
                Route.get("/cases/{id}/memos", working, asking(this::memos), "limit", "page", "count"),
                Route.get("/cases/{id}/memos/{memo}", working, asking(this::memo)));
    }

    /** Asks whose data is protected before a case is handled, so that nobody else waits for the answer. */
    Function<Call, Answer> asking(Function<Call, Answer> handler) {
        return call -> {
            var persons = parties(call).map(ArrayList::new);
            persons.filter(p -> call.isObject()).ifPresent(p -> p.addAll(Newcomers.of(call.object())));
            var asked = persons.orElseGet(ArrayList::new);
            call.ruling(world.protections().inRequest(call.caller(), asked, call.trace()));
            if (call.ruling().isSilent() && isRefused(call)) {
                throw Fail.of(ProblemType.UNAVAILABLE).header("Retry-After", "1");
            }
            represented.askAgain(call);
            return handler.apply(call);
        };
    }

    /** Returns whether a broken twin refuses a request while no registry answers about its parties. */
    private boolean isRefused(Call call) {
        boolean alone = call.caller().isPerson() && call.caller().mandate().isEmpty();
        return (call.caller().isOfficer() && breaks(Fault.ID_062_F)) || (alone && breaks(Fault.ID_061_B));
    }

    /** Returns the persons of a case, if the caller may see it. */
    private Optional<List<Identity>> parties(Call call) {
        synchronized (world) {
            return world.find(call.pathValue("id"))
                    .map(file -> new Standing(world, file, call.caller(), false, call.ruling()))
                    .filter(Standing::belongs)
                    .map(Standing::persons);
        }
    }

    private Answer begin(Call call) {
        var body = call.object();
        call.ruling(world.protections().ask(call.caller(), Newcomers.of(call, body), call.trace()));
        if (call.ruling().isSilent() && breaks(Fault.ID_062_B)) {
            throw Fail.of(ProblemType.UNAVAILABLE).header("Retry-After", "1");
        }
        represented.askAtFirst(call, service(body));
        synchronized (world) {
            var replay = hasty(call);
            if (replay.isPresent()) {
                return replay.get();
            }
            var service = service(body);
            open(call, body, service);
            level(call, world.settings().breaks(Fault.CASE_006_E) ? newest(service) : service);
            service.ifPresent(s -> Start.permit(world, call, body, s));
            if (service.isPresent() && !call.caller().isAnonymous()) {
                boolean again = world.idempotency().known(call).isPresent();
                var begun = world.idempotency().once(call, () -> Start.start(world, call, body, service.get()));
                return replays.begun(call, begun, again);
            }
            return replays.renewed(call, world.idempotency().once(call, () -> {
                var known = service.orElseThrow(() -> Fail.invalid(Submissions.faults(world, body)));
                return Start.start(world, call, body, known);
            }));
        }
    }

    /** Returns the replay that a broken twin gives before it has looked at who asks. */
    private Optional<Answer> hasty(Call call) {
        return world.settings().breaks(Fault.CORE_007_B) ? world.idempotency().known(call) : Optional.empty();
    }

    private Optional<Service> service(ObjectNode body) {
        var named = body.path("service");
        String id = named.path("id").asString("");
        if (named.path("version").isString() && !world.settings().breaks(Fault.CASE_006_B)) {
            return version(id, named.path("version").asString());
        }
        if (world.settings().breaks(Fault.CASE_006_A)) {
            return world.catalog().current(id).or(() -> world.catalog().current("conformance-plain"));
        }
        return named.has("version") && !named.path("version").isString()
                ? Optional.empty()
                : world.catalog().current(id);
    }

    private Optional<Service> newest(Optional<Service> service) {
        return service.flatMap(s -> world.catalog().current(s.id()));
    }

    private Optional<Service> version(String id, String version) {
        var current = world.catalog().current(id);
        boolean lost = world.settings().breaks(Fault.CASE_006_C);
        if (lost && current.filter(s -> !s.version().equals(version)).isPresent()) {
            return Optional.empty();
        }
        var found = world.catalog().find(id, version);
        return found.isPresent() && world.settings().breaks(Fault.CASE_006_D)
                ? current.map(s -> new Service(s.json().deepCopy().put("version", version)))
                : found;
    }

    /** Refuses whoever has no token where one is needed: the version that is named says so, or else the current one. */
    private void open(Call call, ObjectNode body, Optional<Service> service) {
        if (!call.caller().isAnonymous()) {
            return;
        }
        var known = service.isPresent() || world.settings().breaks(Fault.CASE_006_F)
                ? service
                : world.catalog().current(body.path("service").path("id").asString(""));
        String needed = known.map(Service::assurance).orElse("");
        if (!needed.equals(Levels.NONE) && !world.settings().breaks(Fault.CASE_036_A)) {
            throw gate[0].unauthenticated();
        }
    }

    private void level(Call call, Optional<Service> service) {
        String needed = service.map(Service::assurance).orElse("");
        var caller = call.caller();
        if (service.isEmpty() || caller.isSystem() || caller.isAnonymous()) {
            return;
        }
        if (!Levels.reaches(caller.acr(), needed) && !world.settings().breaks(Fault.ID_021_A)) {
            throw Gate.assurance(needed);
        }
        Gate.officerLevel(call, world.settings());
    }

    /** Returns how the caller stands to a case that they may read; call it under the lock. */
    Standing readable(Call call) {
        var standing = visible(call);
        boolean told = isTold(standing, call);
        if (!standing.reads() && !told && !isShownByMistake(call) && !isForgotten(standing, call)) {
            throw Fail.notFound();
        }
        boolean exporting =
                (world.settings().breaks(Fault.ID_024_B) || world.settings().breaks(Fault.ID_020_B))
                        && call.path().endsWith("/export");
        if (!standing.isAssured() && !exporting && !world.settings().breaks(Fault.ID_020_A)) {
            throw Gate.assurance(standing.file().service().assurance());
        }
        return standing;
    }

    /** Returns how the caller stands to a case of which they may read more than what limited sight shows. */
    Standing unlimited(Call call) {
        var standing = readable(call);
        if (!standing.isLimited() || OPENED.entrySet().stream().anyMatch(o -> isOpened(o, call))) {
            return standing;
        }
        throw breaks(Fault.ID_074_F) ? Fail.notFound() : Fail.of(ProblemType.FORBIDDEN);
    }

    private boolean isOpened(Map.Entry<String, Fault> part, Call call) {
        return call.path().contains(part.getKey()) && breaks(part.getValue());
    }

    /** Returns whether the events are shown to somebody for whom the case does not exist. */
    private boolean isTold(Standing standing, Call call) {
        boolean begun = standing.began() && breaks(Fault.ID_043_C);
        boolean past = standing.isPast() && breaks(Fault.HAND_068_H);
        boolean free = call.caller().isPerson() && call.caller().mandate().isEmpty();
        boolean early = free && standing.file().officer().isEmpty() && breaks(Fault.CASE_019_C);
        return (begun || past || early) && call.path().endsWith("/events");
    }

    private Standing visible(Call call) {
        var file = world.find(call.pathValue("id")).orElseThrow(Fail::notFound);
        var standing = new Standing(world, file, call.caller(), false, call.ruling());
        boolean shown = isTold(standing, call);
        if (!standing.sees() && !shown && !isShownByMistake(call) && !isForgotten(standing, call)) {
            if (call.method().equals("GET") && world.settings().breaks(Fault.CASE_085_B)) {
                Readings.logged(standing, "case", Answer.empty(404));
            }
            boolean told = world.settings().breaks(Fault.CORE_046_A)
                    || (call.path().contains("/documents/")
                            && call.caller().mandate().isEmpty()
                            && world.settings().breaks(Fault.CORE_046_B));
            throw told ? Fail.of(ProblemType.FORBIDDEN) : unseen(standing, call);
        }
        Gate.officerLevel(call, world.settings());
        return standing;
    }

    private Fail unseen(Standing standing, Call call) {
        boolean named = call.caller().isPerson() && breaks(Fault.CORE_046_C);
        return named
                ? Fail.notFound().member("service", standing.file().service().id())
                : Fail.notFound();
    }

    private boolean breaks(Fault fault) {
        return world.settings().breaks(fault);
    }

    /** Returns whether a broken twin forgets at one operation that a case is closed to an officer, or is none for them. */
    private boolean isForgotten(Standing standing, Call call) {
        String rest = call.path().replaceFirst("^/cases/[^/]+", "").replaceFirst("(.)/[^/]+$", "$1");
        boolean protection = standing.isClosed()
                && standing.belongs()
                && FORGOTTEN.getOrDefault(rest, Set.of()).stream().anyMatch(this::breaks);
        return protection || isSecretForgotten(standing, rest);
    }

    /** Returns whether a broken twin forgets at one operation that a case is none for a contact centre. */
    private boolean isSecretForgotten(Standing standing, String rest) {
        return standing.isLimited()
                && !standing.sees()
                && !standing.isClosed()
                && breaks(KNOWN.getOrDefault(rest, Fault.ID_073_A));
    }

    private boolean isShownByMistake(Call call) {
        var settings = world.settings();
        boolean export = call.path().endsWith("/export");
        boolean acting = call.path().endsWith("/actions");
        boolean log = call.path().endsWith("/access-log");
        boolean document = call.path().contains("/documents/");
        boolean system = call.caller().isSystem();
        boolean officer = call.caller().isOfficer() && !call.caller().hasAnywhere("contact-centre");
        return (settings.breaks(Fault.ID_029_C) && officer && document)
                || (settings.breaks(Fault.ID_029_D) && officer && export)
                || (settings.breaks(Fault.ID_031_B) && system && export)
                || (settings.breaks(Fault.ID_031_C) && system && acting)
                || (officer && log && settings.breaks(Fault.CASE_083_B))
                || (document && call.caller().hasAnywhere("auditor") && settings.breaks(Fault.CASE_101_G));
    }

    private Answer one(Call call) {
        synchronized (world) {
            boolean blind = world.settings().breaks(Fault.CORE_039_B)
                    && call.header("If-None-Match").isPresent();
            if (blind) {
                var any = world.find(call.pathValue("id"))
                        .filter(f ->
                                f.knowsAnybodys(call.header("If-None-Match").orElse("")));
                if (any.isPresent()) {
                    return Answer.empty(304)
                            .header("ETag", call.header("If-None-Match").orElse(""));
                }
            }
            var standing = readable(call);
            if (world.settings().breaks(Fault.CORE_054_A) && call.method().equals("GET")) {
                standing.file().touch(world.now());
            }
            var answer = Views.answer(200, standing, call.language());
            String tag = String.valueOf(answer.headers().get("ETag"));
            boolean known =
                    matches(world.settings(), call, tag) && !world.settings().breaks(Fault.CORE_039_A);
            return Readings.logged(standing, "case", known ? Answer.empty(304).header("ETag", tag) : answer);
        }
    }

    private static boolean matches(TwinSettings settings, Call call, String tag) {
        String field = String.join(",", call.headers("If-None-Match"));
        boolean weak = settings.breaks(Fault.CORE_039_D) && field.contains("W/");
        return !weak && (field.strip().equals("*") || field.contains(tag));
    }

    private Answer events(Call call) {
        synchronized (world) {
            var standing = unlimited(call);
            if (call.caller().mandate().isPresent() && world.settings().breaks(Fault.ID_042_D)) {
                throw Fail.notFound();
            }
            var events = Views.events(standing, call.language()).toList();
            return Readings.logged(standing, "events", Pages.answer(call, world.base(), world.settings(), events));
        }
    }

    private Answer act(Call call) {
        var answer = acted(call);
        if (call.object().has("letter") && world.settings().breaks(Fault.MSG_041_A)) {
            world.post().await(call.pathValue("id"));
        }
        return answer;
    }

    private Answer acted(Call call) {
        synchronized (world) {
            var replay = hasty(call);
            if (replay.isPresent()) {
                return replay.get();
            }
            var standing = visible(call);
            if (!standing.isAssured() && !world.settings().breaks(Fault.ID_021_B)) {
                throw Gate.assurance(standing.file().service().assurance());
            }
            if (call.caller().isOfficer() && world.settings().breaks(Fault.CASE_085_C)) {
                Readings.logged(standing, "case", Answer.empty(200));
            }
            boolean again = world.idempotency().known(call).isPresent();
            var answer = world.idempotency().once(call, () -> Actions.act(standing, call, call.object()));
            if (again && call.object().path("action").asString("").equals("memo")) {
                requireMemos(standing, Fault.ID_074_H);
            }
            if (again && call.object().has("letter") && world.settings().breaks(Fault.MSG_041_C)) {
                world.post().again(call.pathValue("id"));
            }
            return replays.acted(standing, call, answer, again);
        }
    }

    private List<ObjectNode> memos(Standing standing) {
        requireMemos(standing, Fault.ID_074_G);
        return new ArrayList<>(standing.file().memos());
    }

    /** Refuses whoever does not read the memos of a case; by a fault, whoever has limited sight does. */
    private void requireMemos(Standing standing, Fault opened) {
        boolean registrar = standing.isRegistrar() && world.settings().breaks(Fault.HAND_027_B);
        boolean system = standing.isOfficial() && world.settings().breaks(Fault.HAND_027_C);
        boolean asked = isPlainOfficer(standing) && world.settings().breaks(Fault.HAND_027_D);
        boolean archivist = standing.isArchivist() && world.settings().breaks(Fault.ID_069_B);
        boolean limited = standing.isLimited() && breaks(opened);
        if (!standing.handles()
                && !registrar
                && !system
                && !asked
                && !archivist
                && !limited
                && !world.settings().breaks(Fault.HAND_027_A)) {
            throw Fail.of(ProblemType.FORBIDDEN);
        }
    }

    private static boolean isPlainOfficer(Standing standing) {
        return standing.caller().isOfficer() && !standing.isRegistrar() && !standing.isArchivist();
    }

    private Answer memos(Call call) {
        synchronized (world) {
            return Pages.answer(call, world.base(), world.settings(), memos(readable(call)));
        }
    }

    /** Returns the memos among which one is looked for: those of the case, and of every case in a broken twin. */
    private List<ObjectNode> memosNear(Call call) {
        var own = memos(readable(call));
        return world.settings().breaks(Fault.HAND_027_F)
                ? world.cases().values().stream()
                        .flatMap(f -> f.memos().stream())
                        .toList()
                : own;
    }

    private Answer memo(Call call) {
        synchronized (world) {
            return memosNear(call).stream()
                    .filter(m -> m.path("id").asString().equals(call.pathValue("memo")))
                    .findFirst()
                    .map(m -> Answer.json(200, m))
                    .orElseThrow(Fail::notFound);
        }
    }
}
