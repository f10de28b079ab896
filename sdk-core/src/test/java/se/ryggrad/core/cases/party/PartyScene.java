package se.ryggrad.core.cases.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.Problem;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.CaseAction.Involving;
import se.ryggrad.api.cases.action.PartyEntry;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.party.EndGround;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyChange;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.core.cases.Papers;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;

/** Holds what the tests of parties share: a world, its actors, and the actions that parties come and go by. */
abstract class PartyScene {

    static final Caller ANNA = People.person(People.ANNA);
    static final Caller BERTIL = People.person(People.BERTIL);
    static final Caller KARIN = People.handler("Karin Ek");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    final World world = new World();

    /** Hands a case of Anna's in and lets Karin handle it. */
    CaseId assigned() {
        CaseId id = world.submit(ANNA, "plain", "{\"subject\":\"å\"}").shown().id();
        world.act(KARIN, id, new CaseAction.Placing.Assign(Optional.empty()));
        return id;
    }

    /** Enters a case in which Bertil has a role beside Anna, and lets Karin handle it. */
    CaseId withBertil(Party.Role role) {
        CaseId id = World.started(world.engine.start(
                        People.registrar(),
                        StartCall.of(Papers.withBertil(TODAY.minusDays(5), role)),
                        world.once(world::answer)))
                .view()
                .shown()
                .id();
        world.act(KARIN, id, new CaseAction.Placing.Assign(Optional.empty()));
        return id;
    }

    List<Party> parties(CaseId id) {
        return world.cases.find(People.PRINCIPAL, id).orElseThrow().parties();
    }

    PartyId party(CaseId id, int place) {
        return parties(id).get(place).id();
    }

    /** Adds Bertil. */
    static CaseAction add(Party.Role role, Optional<Set<Party.Right>> rights) {
        return new Involving.AddParty(new PartyEntry(role, People.identity(People.BERTIL), "Bertil Ask", rights));
    }

    static CaseAction end(PartyId party) {
        return end(party, Optional.empty());
    }

    static CaseAction end(PartyId party, Optional<LocalDate> on) {
        return new Involving.EndParty(party, EndGround.DEATH, on, Optional.of("Dödsfall"));
    }

    static CaseAction rename(PartyId party, String name) {
        return change(party, new PartyChange(Optional.empty(), Optional.of(name), Optional.empty(), Optional.empty()));
    }

    static CaseAction renumber(PartyId party, Identity identity) {
        return change(
                party, new PartyChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(identity)));
    }

    static CaseAction change(PartyId party, PartyChange change) {
        return new Involving.ChangeParty(party, "Ny uppgift", change);
    }

    /** Expects that a case exists for somebody, by itself and in their list. */
    void expectSeen(Caller caller, CaseId id) {
        assertThat(world.engine.find(caller, id).self()).hasSize(1);
        assertThat(listed(caller)).containsExactly(id);
    }

    /** Expects that a case does not exist for somebody. */
    void expectUnseen(Caller caller, CaseId id) {
        assertThat(type(() -> world.engine.find(caller, id))).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(type(() -> world.timeline(caller, id))).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(listed(caller)).isEmpty();
    }

    List<CaseId> listed(Caller caller) {
        var page = world.engine.list(caller, CaseQuery.Filter.NONE, new PageRequest(1, 20, true));
        assertThat(page.total()).hasValue(page.items().size());
        return page.items().stream().map(CaseView::shown).map(each -> each.id()).toList();
    }

    List<String> faults(CaseId id, CaseAction action) {
        Problem problem = problem(() -> world.act(KARIN, id, action));
        assertThat(problem.type()).isEqualTo(ProblemType.VALIDATION);
        return problem.faults().stream()
                .map(fault -> fault.where() + ' ' + fault.code().code())
                .toList();
    }

    static ProblemType type(ThrowingCallable call) {
        return problem(call).type();
    }

    private static Problem problem(ThrowingCallable call) {
        RyggradException refused = catchThrowableOfType(RyggradException.class, call);
        assertThat(refused).as("is refused").isNotNull();
        return refused.problem();
    }
}
