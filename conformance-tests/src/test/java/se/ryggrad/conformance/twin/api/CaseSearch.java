package se.ryggrad.conformance.twin.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.Readings;
import se.ryggrad.conformance.twin.cases.Standing;
import se.ryggrad.conformance.twin.cases.Views;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.Access;
import se.ryggrad.conformance.twin.http.Answer;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Gate;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.ProblemType;
import se.ryggrad.conformance.twin.http.Route;
import se.ryggrad.conformance.twin.identity.Caller.Kind;

/** Finds cases of somebody, or by number, for officers. */
public final class CaseSearch {

    private final World world;

    /** Searches the cases of one principal. */
    public CaseSearch(World world) {
        this.world = world;
    }

    /** Returns the operation. */
    public List<Route> routes() {
        var officers = Access.only(Kind.OFFICER);
        var access = breaks(Fault.CASE_096_G) ? officers.orSystem() : officers;
        boolean open = breaks(Fault.CASE_096_F);
        return List.of(Route.post(
                "/cases/searches",
                open ? Access.only(Kind.OFFICER, Kind.PERSON) : access,
                this::search,
                "limit",
                "page",
                "count"));
    }

    private Answer search(Call call) {
        boolean open = breaks(Fault.CASE_096_F) || breaks(Fault.CASE_096_G);
        if (!call.caller().isOfficer() && !open) {
            throw Fail.of(ProblemType.FORBIDDEN);
        }
        var page = Pages.Page.of(call, world.settings());
        Gate.officerLevel(call, world.settings());
        var wanted = Wanted.of(call.object(), world.settings());
        Unanswered.askAgain(world, call, standing -> isThere(standing) && wanted.fits(standing.file()));
        synchronized (world) {
            var found = new ArrayList<>(world.cases().values().stream()
                    .filter(wanted::fits)
                    .map(file -> Standing.remembered(world, file, call.caller(), false))
                    .filter(this::isFound)
                    .toList());
            found.sort(Comparator.comparing((Standing s) -> s.file().receivedAt())
                    .reversed()
                    .thenComparing(s -> s.file().id()));
            var items = found.stream().map(s -> Views.item(s, call.language())).toList();
            var answer = Pages.answer(call, world.base(), world.settings(), items);
            found.stream().filter(s -> isOn(answer, page, s)).forEach(s -> log(s, answer));
            return answer;
        }
    }

    private boolean isFound(Standing standing) {
        boolean assured = standing.isAssured() || breaks(Fault.CASE_096_K);
        return (standing.reads() && isThere(standing) && assured) || isFoundByMistake(standing);
    }

    /** Returns whether the case is the officer's to find: not by a request that their unit is asked, as it is theirs to read. */
    private boolean isThere(Standing standing) {
        boolean archivist = standing.isArchivist() && !breaks(Fault.CASE_096_E);
        boolean asked = standing.sees() && !standing.isOfTheAuthority() && !standing.isLimited();
        return standing.handles()
                || standing.isRegistrar()
                || archivist
                || standing.isContactCentre()
                || (asked && breaks(Fault.CASE_096_I));
    }

    private boolean isFoundByMistake(Standing standing) {
        var caller = standing.caller();
        String authority = standing.file().authority();
        boolean elsewhere = caller.isOfficer()
                && caller.hasAnywhere("contact-centre")
                && !caller.has("contact-centre", authority)
                && breaks(Fault.CASE_096_C);
        boolean unit = caller.has("case-officer", authority) && !standing.handles() && breaks(Fault.CASE_096_D);
        boolean closed = standing.isClosed() && standing.isOfTheAuthority() && breaks(Fault.CASE_096_M);
        boolean own = standing.sees() && standing.isPartyInOffice() && breaks(Fault.CASE_096_N);
        boolean others = standing.sees() && standing.representsAParty() && breaks(Fault.ID_075_F);
        boolean secret =
                standing.isLimited() && !standing.isClosed() && !standing.isContactCentre() && breaks(Fault.ID_073_B);
        boolean shielded = standing.isClosed() && standing.isContactCentre() && breaks(Fault.CASE_096_O);
        return elsewhere || unit || closed || own || others || secret || shielded;
    }

    private boolean isOn(Answer answer, Pages.Page page, Standing standing) {
        var ids = Json.read(new String(answer.body(), StandardCharsets.UTF_8))
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString(""))
                .toList();
        boolean first = page.number() == 1 && ids.indexOf(standing.file().id()) == 0;
        boolean known = ids.contains(standing.file().id());
        return (known && (first || !breaks(Fault.CASE_098_E))) || (!known && breaks(Fault.CASE_098_C));
    }

    private void log(Standing standing, Answer answer) {
        Readings.logged(standing, breaks(Fault.CASE_098_B) ? "case" : "search", answer);
    }

    private boolean breaks(Fault fault) {
        return world.settings().breaks(fault);
    }
}
