package se.ryggrad.conformance.twin.api;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.Standing;
import se.ryggrad.conformance.twin.cases.Views;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.Access;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Gate;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.Query;
import se.ryggrad.conformance.twin.http.Route;
import se.ryggrad.conformance.twin.identity.Caller.Kind;
import tools.jackson.databind.node.ObjectNode;

/** Lists cases. */
public final class CaseList {

    private static final Set<String> STATUSES = Set.of("submitted", "registered", "in-progress", "decided", "closed");

    private final World world;

    /** Lists the cases of one principal. */
    public CaseList(World world) {
        this.world = world;
    }

    /** Returns the operation. */
    public List<Route> routes() {
        var read = Access.only(Kind.PERSON, Kind.OFFICER).orSystem("cases:read");
        String[] query = {"status", "service", "updatedSince", "officer", "unit", "limit", "page", "count"};
        return List.of(Route.get("/cases", read, this::list, query));
    }

    private Answer list(Call call) {
        var query = call.query();
        for (String name : List.of("officer", "unit")) {
            if (call.caller().isPerson() && query.has(name) && !world.settings().breaks(Fault.CASE_022_B)) {
                throw Fail.parameter(name, "unknown-parameter");
            }
        }
        forms(query);
        String status = query.first("status").orElse("");
        if (query.has("status") && !STATUSES.contains(status)) {
            throw Fail.parameter("status", "unknown-value");
        }
        var since = since(call);
        Gate.officerLevel(call, world.settings());
        Unanswered.askAgain(world, call, Standing::isOnDesk);
        synchronized (world) {
            var answer = Pages.answer(call, world.base(), world.settings(), items(shown(call, since), call));
            return world.settings().breaks(Fault.ID_042_B) || world.settings().breaks(Fault.ID_048_E)
                    ? miscounted(call, answer)
                    : counted(call, since, answer);
        }
    }

    /** Returns how the caller stands to the cases that the list shows them, in its order. */
    List<Standing> shown(Call call, Optional<String> since) {
        var standings = new ArrayList<Standing>();
        for (var file : world.cases().values()) {
            var standing = Standing.remembered(world, file, call.caller(), false);
            boolean late = world.settings().breaks(Fault.CASE_002_A)
                    && file.receivedAt()
                                    .compareTo(
                                            World.text(java.time.Instant.now().minusMillis(5000)))
                            > 0;
            boolean busy = standing.caller().isPerson()
                    && file.version() >= 5
                    && file.requests().isEmpty()
                    && world.settings().breaks(Fault.CASE_002_B);
            if (!late && !busy && lists(standing, call) && fits(standing, call, since)) {
                standings.add(standing);
            }
        }
        order(standings, since.isPresent());
        return standings;
    }

    /** Counts the cases that are closed to the reader, in a broken twin. */
    private Answer counted(Call call, Optional<String> since, Answer answer) {
        long closed = world.cases().values().stream()
                .map(file -> Standing.remembered(world, file, call.caller(), false))
                .filter(s -> s.isClosed() && s.belongs() && s.isOnDesk() && fits(s, call, since))
                .count();
        if (closed == 0 || !call.query().has("count") || !world.settings().breaks(Fault.ID_057_B)) {
            return answer;
        }
        var body = (ObjectNode) Json.read(new String(answer.body(), StandardCharsets.UTF_8));
        return answer.withBody(Json.bytes(body.put("total", body.path("total").asLong() + closed)));
    }

    /** Counts the representative's own cases too, or those that the representation does not reach. */
    private Answer miscounted(Call call, Answer answer) {
        var body = (ObjectNode) Json.read(new String(answer.body(), StandardCharsets.UTF_8));
        if (!body.has("total") || call.caller().mandate().isEmpty()) {
            return answer;
        }
        boolean own = world.settings().breaks(Fault.ID_042_B);
        long more = world.cases().values().stream()
                .map(file -> Standing.remembered(world, file, call.caller(), false))
                .filter(s -> own ? s.isOwn() : !s.self().isEmpty() && !s.lists())
                .count();
        return answer.withBody(Json.bytes(body.put("total", body.path("total").asLong() + more)));
    }

    private static void forms(Query query) {
        for (String name : List.of("service", "unit")) {
            if (!query.first(name).orElse("a").matches("[a-z0-9][a-z0-9-]{0,62}")) {
                throw Fail.parameter(name, "format");
            }
        }
        if (!query.first("officer")
                .orElse("me")
                .matches("me|none|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw Fail.parameter("officer", "format");
        }
    }

    private boolean lists(Standing standing, Call call) {
        boolean open = world.settings().breaks(Fault.CASE_022_C)
                && call.caller().isOfficer()
                && call.query().has("officer")
                && !call.query().first("officer").orElse("").equals("none");
        return standing.lists() || open;
    }

    private List<ObjectNode> items(List<Standing> standings, Call call) {
        var items = new ArrayList<ObjectNode>();
        for (var standing : standings) {
            var item = Views.item(standing, call.language());
            if (world.settings().breaks(Fault.CASE_020_B)) {
                item.put("channel", "digital");
            }
            items.add(item);
        }
        return items;
    }

    private Optional<String> since(Call call) {
        var text = call.query().first("updatedSince");
        try {
            return text.map(t -> World.text(OffsetDateTime.parse(t).toInstant()));
        } catch (DateTimeException e) {
            if (world.settings().breaks(Fault.CORE_021_A)) {
                return Optional.of("1970-01-01T00:00:00.000Z");
            }
            boolean local = text.orElse("").matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+");
            throw Fail.parameter("updatedSince", local ? "offset-missing" : "format");
        }
    }

    private boolean fits(Standing standing, Call call, Optional<String> since) {
        var file = standing.file();
        var query = call.query();
        var settings = world.settings();
        boolean assured = standing.isAssured() || settings.breaks(Fault.ID_023_A);
        boolean alone = settings.breaks(Fault.CASE_021_E) && since.isPresent();
        boolean status = is(query.first("status"), file.status()) || settings.breaks(Fault.CASE_021_A) || alone;
        boolean service = is(query.first("service"), file.service().id()) || settings.breaks(Fault.CASE_021_B);
        boolean unit = is(query.first("unit"), file.unit()) || call.caller().isPerson();
        boolean late = since.map(s -> isSince(standing, s)).orElse(true);
        return assured && status && service && unit && late && isWith(standing, call);
    }

    private boolean isSince(Standing standing, String since) {
        int order = standing.file().updatedAt().compareTo(since);
        return world.settings().breaks(Fault.CASE_021_C) ? order > 0 : order >= 0;
    }

    private static boolean is(Optional<String> wanted, String actual) {
        return wanted.map(actual::equals).orElse(true);
    }

    private boolean isWith(Standing standing, Call call) {
        String officer = call.query().first("officer").orElse("");
        if (officer.isEmpty() || call.caller().isPerson() || world.settings().breaks(Fault.CASE_022_A)) {
            return true;
        }
        String assigned = standing.file().officer().map(o -> o.id()).orElse("none");
        return assigned.equals(officer.equals("me") ? call.caller().id() : officer);
    }

    private void order(List<Standing> standings, boolean since) {
        Comparator<Standing> byId = Comparator.comparing(s -> s.file().id());
        Comparator<Standing> received = Comparator.comparing(s -> s.file().receivedAt());
        Comparator<Standing> updated = Comparator.comparing(s -> s.file().updatedAt());
        if (since && !world.settings().breaks(Fault.CASE_021_D)) {
            standings.sort(updated.thenComparing(byId));
        } else if (!world.settings().breaks(Fault.CASE_020_A)) {
            standings.sort(received.reversed().thenComparing(byId));
        }
    }
}
