package se.ryggrad.conformance.twin.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.Standing;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.Access;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.ProblemType;
import se.ryggrad.conformance.twin.http.Route;
import se.ryggrad.conformance.twin.identity.Caller;
import se.ryggrad.conformance.twin.identity.Caller.Kind;
import se.ryggrad.conformance.twin.minasidor.OverviewItem;
import tools.jackson.databind.node.ObjectNode;

/** Tells Mina sidor what there is for a person: an item for each case in their list. */
public final class Overview {

    /** The scope with which a portal is let in. */
    static final String SCOPE = "overview:read";

    private final World world;
    private final CaseList cases;
    private final Map<String, String> subjects = new ConcurrentHashMap<>();

    /** Tells of the cases of one list. */
    public Overview(World world, CaseList cases) {
        this.world = world;
        this.cases = cases;
    }

    /** Returns the operation. */
    public List<Route> routes() {
        boolean officer = breaks(Fault.MINA_001_A);
        var people = officer ? Access.only(Kind.PERSON, Kind.OFFICER) : Access.only(Kind.PERSON);
        var access = people.orPortal(SCOPE);
        boolean system = breaks(Fault.MINA_001_B);
        return List.of(Route.get(
                "/overview-items", system ? access.orSystem(SCOPE) : access, this::list, "limit", "page", "count"));
    }

    private Answer list(Call call) {
        boolean organisation = call.caller()
                .mandate()
                .filter(m -> m.scheme().equals("organisationsnummer"))
                .isPresent();
        if (organisation && breaks(Fault.MINA_001_C)) {
            throw Fail.of(ProblemType.FORBIDDEN);
        }
        var page = Pages.Page.of(call, world.settings());
        synchronized (world) {
            var items = new ArrayList<ObjectNode>();
            for (var standing : shown(call)) {
                items.addAll(OverviewItem.of(standing, reader(call.caller()), call.language()));
            }
            int first = (page.number() - 1) * page.limit();
            if (first > 0 && first < items.size() && breaks(Fault.MINA_003_C)) {
                items.set(first, items.get(0));
            }
            if (call.caller().grant().isExchanged() && breaks(Fault.MINA_006_G)) {
                items.clear();
            }
            return Pages.answer(call, world.base(), world.settings(), items);
        }
    }

    /** Returns whom the items are for: the subject of the token. */
    private String reader(Caller caller) {
        String subject = caller.grant().subject();
        String first = subjects.computeIfAbsent(caller.id(), id -> subject);
        if (caller.grant().isExchanged() && breaks(Fault.MINA_002_C)) {
            return caller.grant().portal().orElseThrow();
        }
        if (breaks(Fault.MINA_002_A)) {
            return caller.id();
        }
        return breaks(Fault.MINA_002_B) ? first : subject;
    }

    private List<Standing> shown(Call call) {
        var shown = new ArrayList<>(cases.shown(call, Optional.empty()));
        var known = shown.stream().map(Standing::file).toList();
        world.cases().values().stream()
                .filter(file -> !known.contains(file))
                .map(file -> Standing.remembered(world, file, call.caller(), false))
                .filter(this::isShownByMistake)
                .forEach(shown::add);
        shown.removeIf(standing -> standing.file().isIn("closed") && breaks(Fault.MINA_003_A));
        if (breaks(Fault.MINA_003_B)) {
            shown.sort(Comparator.comparing((Standing s) -> s.file().updatedAt())
                    .reversed()
                    .thenComparing(s -> s.file().id()));
        }
        return shown;
    }

    private boolean isShownByMistake(Standing standing) {
        boolean acting = standing.caller().mandate().isPresent();
        boolean high = standing.lists() && !standing.isAssured() && breaks(Fault.MINA_003_D);
        boolean past = standing.isPast() && breaks(Fault.MINA_003_E);
        boolean own = acting && standing.isOwn() && breaks(Fault.MINA_003_F);
        boolean beyond = acting && !standing.self().isEmpty() && !standing.lists() && breaks(Fault.MINA_003_L);
        boolean begun = !acting && standing.began() && breaks(Fault.MINA_003_G);
        return high || past || own || beyond || begun;
    }

    private boolean breaks(Fault fault) {
        return world.settings().breaks(fault);
    }
}
