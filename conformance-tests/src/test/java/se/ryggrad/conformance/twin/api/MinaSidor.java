package se.ryggrad.conformance.twin.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.Access;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.ProblemType;
import se.ryggrad.conformance.twin.http.Route;
import se.ryggrad.conformance.twin.identity.Caller.Kind;
import se.ryggrad.conformance.twin.index.Reading;
import se.ryggrad.conformance.twin.portal.Gathered;
import se.ryggrad.conformance.twin.portal.GatheredOrder;
import se.ryggrad.conformance.twin.portal.Gathering;
import se.ryggrad.conformance.twin.portal.State;
import tools.jackson.databind.node.ObjectNode;

/** Shows a person one overview of what all sources hold for them. */
public final class MinaSidor {

    private final TwinSettings settings;
    private final String base;
    private final Gathering gathering;
    private final Reading reading;

    /** Shows it for one principal, with what there is to read in an index. */
    public MinaSidor(TwinSettings settings, String base, Clock clock, Reading reading) {
        this.settings = settings;
        this.base = base;
        this.gathering = new Gathering(settings, clock);
        this.reading = reading;
    }

    /** Returns the operation, if there is a source at all. */
    public List<Route> routes() {
        if (settings.portal().sources().isEmpty()) {
            return List.of();
        }
        var people = breaks(Fault.MINA_011_A) ? Access.only(Kind.PERSON, Kind.OFFICER) : Access.only(Kind.PERSON);
        var persons = breaks(Fault.MINA_006_N) ? people.orPortal(Overview.SCOPE) : people;
        var access = breaks(Fault.MINA_011_B) ? persons.orSystem(Overview.SCOPE) : persons;
        return List.of(Route.get("/overview", access, this::overview, "limit", "page", "count"));
    }

    private Answer overview(Call call) {
        if (call.caller().mandate().isPresent() && breaks(Fault.MINA_011_C)) {
            throw Fail.of(ProblemType.FORBIDDEN);
        }
        var page = Pages.Page.of(call, settings);
        var all = gathered(call);
        if (all.stream().anyMatch(one -> one.state() == State.TIMEOUT) && breaks(Fault.MINA_019_A)) {
            throw Fail.of(ProblemType.UNAVAILABLE);
        }
        var items = items(all, page);
        var answer = Pages.answer(call, base, settings, items);
        var body = (ObjectNode) Json.read(new String(answer.body(), UTF_8));
        var sources = body.putArray("sources");
        for (var one : all) {
            if (one.state() != State.FAILED || !breaks(Fault.MINA_013_A)) {
                sources.add(source(one, body));
            }
        }
        return answer.withBody(Json.bytes(body.put("complete", isComplete(all))));
    }

    /** Returns what became of each source, read or asked, by id. */
    private List<Gathered> gathered(Call call) {
        var all = new ArrayList<>(reading.read(call));
        var read = all.stream().map(one -> one.source().id()).collect(Collectors.toSet());
        gathering.gather(call, source -> !read.contains(source.id()) || breaks(Fault.MINA_050_A)).stream()
                .filter(one -> !read.contains(one.source().id()))
                .forEach(all::add);
        if (!breaks(Fault.MINA_013_B)) {
            all.sort(Comparator.comparing(one -> one.source().id()));
        }
        return all;
    }

    private List<ObjectNode> items(List<Gathered> all, Pages.Page page) {
        boolean gone = all.stream().anyMatch(one -> one.state() == State.TIMEOUT) && breaks(Fault.MINA_019_C);
        var items = new ArrayList<ObjectNode>();
        if (!gone) {
            all.forEach(one -> items.addAll(one.items()));
        }
        if (breaks(Fault.MINA_015_C)) {
            var known = new HashSet<String>();
            items.removeIf(item -> !known.add(item.path("id").asString()));
        }
        var order = new GatheredOrder(settings);
        if (!breaks(Fault.MINA_016_G)) {
            return order.ordered(items);
        }
        var paged = new ArrayList<ObjectNode>();
        for (int from = 0; from < items.size(); from += page.limit()) {
            paged.addAll(order.ordered(items.subList(from, Math.min(items.size(), from + page.limit()))));
        }
        return paged;
    }

    private ObjectNode source(Gathered one, ObjectNode body) {
        var title = Json.object().put("sv", one.source().swedish());
        title.put(
                "en",
                breaks(Fault.MINA_013_H) ? one.source().swedish() : one.source().english());
        var source = Json.object().put("id", one.source().id());
        source.set("title", title);
        source.put("state", one.state().word());
        if (!breaks(Fault.MINA_013_E)) {
            one.at().ifPresent(at -> source.put("at", World.text(at)));
        }
        if (breaks(Fault.MINA_013_F)) {
            source.put("url", one.source().url());
        }
        long onPage = body.path("items")
                .valueStream()
                .filter(item ->
                        item.path("source").asString("").equals(one.source().id()))
                .count();
        source.put("count", breaks(Fault.MINA_013_C) ? onPage : one.items().size());
        return source.put("more", one.more() && !breaks(Fault.MINA_013_D));
    }

    private boolean isComplete(List<Gathered> all) {
        return all.stream().allMatch(this::isWhole);
    }

    private boolean isWhole(Gathered one) {
        boolean stale = one.state() == State.STALE && breaks(Fault.MINA_017_A);
        boolean denied = one.state() == State.DENIED && breaks(Fault.MINA_017_D);
        boolean empty = one.items().isEmpty() && breaks(Fault.MINA_017_C);
        boolean more = one.more() && !breaks(Fault.MINA_017_B);
        return stale || denied || (one.state() == State.OK && !more && !empty);
    }

    private boolean breaks(Fault fault) {
        return settings.breaks(fault);
    }
}
