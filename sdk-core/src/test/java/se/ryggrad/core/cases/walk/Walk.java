package se.ryggrad.core.cases.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.EventView;
import se.ryggrad.api.cases.Precondition;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.cases.action.Lifecycle;
import se.ryggrad.api.cases.action.PartyEntry;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.action.Submission;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.cases.access.LifecycleReader;
import se.ryggrad.core.cases.chain.HashChain;
import se.ryggrad.core.json.StandardFiles;

/** Walks one case step by step and compares what it is told with what happens. */
final class Walk {

    private static final Lifecycle TABLE = LifecycleReader.standard();
    private static final Set<ProblemType> REFUSALS =
            Set.of(ProblemType.FORBIDDEN, ProblemType.STATE_CONFLICT, ProblemType.NOT_FOUND);
    private static final LocalDate LONG_AGO = LocalDate.of(2026, 4, 23);
    private static final Set<String> REDACTABLE = StandardFiles.json("events.json").items("events").stream()
            .flatMap(event -> event.asObject().stream())
            .filter(event -> event.member("redactable").isPresent())
            .flatMap(event -> event.text("name").stream())
            .collect(Collectors.toSet());
    private static final Answer OK = new Answer(200, Map.of(), "");

    private final World world;
    private final CaseId id;

    /** Begins a walk with a case of a service: a new one, or one that came on paper seven months ago. */
    Walk(World world, String service, boolean old) {
        this.world = world;
        Cast.ACTORS.values().forEach(world::seen);
        this.id = World.started(world.engine.start(
                        Cast.actor(old ? "registrar" : "applicant"),
                        StartCall.of(submission(service, old)),
                        world.once(world::answer)))
                .view()
                .shown()
                .id();
    }

    /** Takes one step; fails when the case does not behave as it said. Returns what was accepted. */
    Optional<String> take(Step planned) {
        Caller caller = Cast.actor(planned.actor());
        List<String> allowed = seen(caller).map(CaseView::allowedActions).orElse(List.of());
        if (planned.action().equals(Step.ALLOWED) && allowed.isEmpty()) {
            return Optional.empty();
        }
        Step step = planned.action().equals(Step.ALLOWED)
                ? new Step(
                        planned.actor(),
                        allowed.get(planned.choice() % allowed.size()),
                        planned.choice() / allowed.size())
                : planned;
        Case before = whole();
        boolean promised = allowed.contains(step.action());
        if (promised && step.action().equals("redact") && redactable().isEmpty()) {
            return Optional.empty();
        }
        Optional<RyggradException> refused = act(caller, step, before);
        assertThat(refused.isEmpty())
                .as("%s in %s: promised %s, %s", step, before.head().status(), promised, refused)
                .isEqualTo(promised);
        refused.ifPresent(why -> unchanged(step, why, before));
        if (refused.isPresent()) {
            return Optional.empty();
        }
        moved(step, before.head().status(), whole().head().status());
        return Optional.of(step.action());
    }

    /** Checks what holds at the end of every walk. */
    void end() {
        var events = world.cases.allEvents(People.PRINCIPAL, id);
        assertThat(HashChain.holds(events)).as("the chain holds").isTrue();
        assertThat(whole().head().version().number()).isEqualTo(events.size());
        var office = world.timeline(Cast.actor("registrar"), id);
        Stream.of("applicant", "second applicant", "subject", "stranger")
                .map(Cast::actor)
                .filter(citizen -> seen(citizen).isPresent())
                .forEach(citizen -> compare(world.timeline(citizen, id), office));
    }

    private static void compare(List<EventView> citizen, List<EventView> office) {
        assertThat(citizen).hasSameSizeAs(office);
        for (int place = 0; place < citizen.size(); place++) {
            assertThat(citizen.get(place).event()).isEqualTo(office.get(place).event());
            assertThat(citizen.get(place).withheld())
                    .as("only what is stated is withheld")
                    .isEqualTo(citizen.get(place)
                            .event()
                            .told()
                            .filter(told -> !told.secrecy().isEmpty())
                            .isPresent());
            assertThat(office.get(place).withheld()).isFalse();
        }
    }

    private Optional<CaseView> seen(Caller caller) {
        try {
            return Optional.of(world.engine.find(caller, id));
        } catch (RyggradException hidden) {
            assertThat(hidden.problem().type()).isEqualTo(ProblemType.NOT_FOUND);
            return Optional.empty();
        }
    }

    private Optional<RyggradException> act(Caller caller, Step step, Case before) {
        Bodies bodies =
                new Bodies(caller, before, world.cases.memos(People.PRINCIPAL, id), redactable(), step.choice());
        ActionCall call = new ActionCall(step.action(), () -> bodies.of(step.action()));
        try {
            if (step.action().equals("memo")) {
                world.engine.memo(caller, id, call, world.once(memo -> OK));
            } else {
                Precondition current = Precondition.version(before.head().version());
                world.engine.act(caller, id, call, Optional.of(current), world.once(view -> OK));
            }
            return Optional.empty();
        } catch (RyggradException refused) {
            return Optional.of(refused);
        }
    }

    /** Returns the events that still tell what a party brought or somebody wrote, by the marks of the standard. */
    private List<UUID> redactable() {
        return world.cases.allEvents(People.PRINCIPAL, id).stream()
                .filter(event -> event.told().isPresent())
                .filter(event -> REDACTABLE.contains(event.type().code()))
                .map(CaseEvent::id)
                .toList();
    }

    private void unchanged(Step step, RyggradException why, Case before) {
        assertThat(why.problem().type()).as("%s", step).isIn(REFUSALS);
        assertThat(whole()).isEqualTo(before);
    }

    private static void moved(Step step, CaseStatus from, CaseStatus to) {
        assertThat(TABLE.of(step.action()))
                .as("%s from %s to %s", step, from, to)
                .anyMatch(row -> row.from().contains(from)
                        && row.offered()
                        && (to == from || row.to().contains(to)));
    }

    private Case whole() {
        return world.cases.find(People.PRINCIPAL, id).orElseThrow();
    }

    private static Submission submission(String service, boolean old) {
        return new Submission(
                new ServiceId("conformance-" + service),
                Optional.empty(),
                CaseHead.Initiator.PARTY,
                new JsonText(service.equals("together") ? "{\"amount\":500}" : "{\"subject\":\"å\"}"),
                List.of(),
                Stream.concat(
                                old ? Stream.of(party(Party.Role.APPLICANT, People.ANNA)) : Stream.of(),
                                Stream.of(
                                        party(Party.Role.APPLICANT, People.BERTIL),
                                        party(Party.Role.SUBJECT, Cast.SUBJECT)))
                        .toList(),
                Optional.empty(),
                old ? Optional.of(LONG_AGO) : Optional.empty(),
                List.of());
    }

    private static PartyEntry party(Party.Role role, String number) {
        return new PartyEntry(role, People.identity(number), "Test", Optional.empty());
    }
}
