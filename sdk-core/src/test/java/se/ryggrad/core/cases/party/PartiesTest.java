package se.ryggrad.core.cases.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.EventView;
import se.ryggrad.api.cases.Started;
import se.ryggrad.api.cases.action.CaseAction.Involving;
import se.ryggrad.api.cases.action.PartyEntry;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.party.EndGround;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyChange;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.People;

/** Tests who a party is after they came, changed and went (HAND-065 to HAND-068, HAND-070, HAND-071). */
class PartiesTest extends PartyScene {

    @Test
    void addsAPartyWithTheRightsOfTheRoleWhoSeesAtOnce() {
        CaseId id = assigned();
        expectUnseen(BERTIL, id);

        world.act(KARIN, id, add(Party.Role.COUNTERPARTY, Optional.empty()));

        Party added = parties(id).get(1);
        assertThat(added)
                .isEqualTo(new Party(
                        added.id(),
                        Party.Role.COUNTERPARTY,
                        People.identity(People.BERTIL),
                        "Bertil Ask",
                        Party.Role.COUNTERPARTY.defaultRights(),
                        TODAY,
                        Optional.empty(),
                        Optional.empty()));
        expectSeen(BERTIL, id);
        expectSeen(ANNA, id);
        world.act(BERTIL, id, Acts.supplement("Jag också."));
        assertThat(content(id, "party-added"))
                .contains("\"party\":\"" + added.id().value() + '"', "\"role\":\"counterparty\"")
                .doesNotContain(People.BERTIL, "Bertil");
    }

    @Test
    void givesThePartyTheRightsThatAreNamed() {
        CaseId id = assigned();
        world.act(KARIN, id, add(Party.Role.APPLICANT, Optional.of(Set.of(Party.Right.BE_NOTIFIED))));

        assertThat(parties(id).get(1).rights()).containsExactly(Party.Right.BE_NOTIFIED);
        expectUnseen(BERTIL, id);
    }

    @Test
    void changesWhatIsNamedAndNothingElse() {
        CaseId id = assigned();
        Party before = parties(id).get(0);
        PartyChange role =
                new PartyChange(Optional.of(Party.Role.SUBJECT), Optional.empty(), Optional.empty(), Optional.empty());
        PartyChange rights = new PartyChange(
                Optional.empty(), Optional.of("Anna Ny"), Optional.of(Set.of(Party.Right.SEE)), Optional.empty());

        world.act(KARIN, id, change(before.id(), role));
        assertThat(parties(id).get(0))
                .isEqualTo(new Party(
                        before.id(),
                        Party.Role.SUBJECT,
                        before.identity(),
                        before.name(),
                        EnumSet.allOf(Party.Right.class),
                        before.from(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(content(id, "party-changed")).contains("\"changed\":[\"role\"]", "\"ground\":\"Ny uppgift\"");

        world.act(KARIN, id, change(before.id(), rights));
        Party after = parties(id).get(0);
        assertThat(after.role()).isEqualTo(Party.Role.SUBJECT);
        assertThat(after.name()).isEqualTo("Anna Ny");
        assertThat(after.rights()).containsExactly(Party.Right.SEE);
        assertThat(after.identity()).isEqualTo(before.identity());
        assertThat(content(id, "party-changed"))
                .contains("\"changed\":[\"name\",\"rights\"]")
                .doesNotContain("Anna");
        expectSeen(ANNA, id);
        assertThat(type(() -> world.act(ANNA, id, Acts.supplement("x")))).isEqualTo(ProblemType.FORBIDDEN);
    }

    @Test
    void anotherNumberIsTheSamePartyFromTheNextRequest() {
        CaseId id = assigned();
        PartyId party = party(id, 0);
        world.act(KARIN, id, renumber(party, People.identity(People.BERTIL)));

        assertThat(party(id, 0)).isEqualTo(party);
        expectSeen(BERTIL, id);
        expectUnseen(ANNA, id);
        assertThat(type(() -> world.act(ANNA, id, Acts.supplement("x")))).isEqualTo(ProblemType.NOT_FOUND);
        world.act(BERTIL, id, Acts.supplement("x"));
        assertThat(content(id, "party-changed"))
                .contains("\"changed\":[\"identity\"]")
                .doesNotContain(People.BERTIL, People.ANNA);
    }

    @Test
    void endsAPartyAtOnceAndKeepsThemInTheFile() {
        CaseId id = withBertil(Party.Role.APPLICANT);
        LocalDate died = TODAY.minusDays(2);
        expectSeen(BERTIL, id);

        world.act(KARIN, id, end(party(id, 1), Optional.of(died)));

        Party ended = parties(id).get(1);
        assertThat(ended.until()).contains(died);
        assertThat(ended.ground()).contains(EndGround.DEATH);
        expectUnseen(BERTIL, id);
        expectSeen(ANNA, id);
        assertThat(content(id, "party-ended"))
                .contains(
                        "\"occurredOn\":\"2026-11-21\"",
                        "\"endedOn\":\"2026-11-21\"",
                        "\"ground\":\"death\"",
                        "\"text\":\"Dödsfall\"");
        world.act(KARIN, id, end(party(id, 0)));
        assertThat(parties(id).get(0).until()).contains(TODAY);
        expectUnseen(ANNA, id);
    }

    @Test
    void namesAPartyThatIsUnknownOrHasEnded() {
        CaseId id = withBertil(Party.Role.APPLICANT);
        PartyId gone = party(id, 1);
        world.act(KARIN, id, end(gone));

        for (PartyId party : List.of(gone, new PartyId(new UUID(1, 2)))) {
            assertThat(faults(id, end(party))).containsExactly("/party unknown-value");
            assertThat(faults(id, rename(party, "Ny"))).containsExactly("/party unknown-value");
        }
    }

    @Test
    void endsNobodyInTheFutureOrBeforeTheyCame() {
        CaseId id = withBertil(Party.Role.APPLICANT);
        PartyId party = party(id, 1);
        LocalDate came = parties(id).get(1).from();

        assertThat(faults(id, end(party, Optional.of(TODAY.plusDays(1))))).containsExactly("/endedOn date-in-future");
        assertThat(faults(id, end(party, Optional.of(came.minusDays(1))))).containsExactly("/endedOn date-order");
        world.act(KARIN, id, end(party, Optional.of(came)));
        assertThat(parties(id).get(1).until()).contains(came);
    }

    @Test
    void changesAndEndsNobodyWhereNobodyIsLeft() {
        CaseId id = assigned();
        PartyId party = party(id, 0);
        assertThat(world.engine.find(KARIN, id).allowedActions()).contains("add-party", "change-party", "end-party");
        world.act(KARIN, id, end(party));

        assertThat(world.engine.find(KARIN, id).allowedActions())
                .contains("add-party")
                .doesNotContain("change-party", "end-party");
        assertThat(type(() -> world.act(KARIN, id, end(party)))).isEqualTo(ProblemType.STATE_CONFLICT);
        assertThat(type(() -> world.act(KARIN, id, rename(party, "x")))).isEqualTo(ProblemType.STATE_CONFLICT);
        world.act(KARIN, id, add(Party.Role.APPLICANT, Optional.empty()));
        expectSeen(BERTIL, id);
    }

    @Test
    void isForOfficersOfTheUnitAlone() {
        CaseId id = assigned();
        PartyId party = party(id, 0);
        Caller elsewhere = People.officer("Eva", "case-officer@conformance-a", "unit:unit-a2@conformance-a");

        world.act(People.handler("Ola Ask"), id, rename(party, "x"));
        for (Caller caller : List.of(ANNA, People.registrar(), People.system("cases:read", "cases:register"))) {
            assertThat(type(() -> world.act(caller, id, end(party)))).isEqualTo(ProblemType.FORBIDDEN);
        }
        assertThat(type(() -> world.act(elsewhere, id, end(party)))).isEqualTo(ProblemType.NOT_FOUND);
    }

    @Test
    void anOfficerWhoBecomesAPartySeesTheCaseALastTime() {
        CaseId id = assigned();
        Caller own = People.officer(
                "Bertil",
                Optional.of(People.identity(People.BERTIL)),
                "case-officer@conformance-a",
                "unit:unit-a@conformance-a");

        assertThat(world.act(own, id, add(Party.Role.CONCERNED, Optional.empty()))
                        .shown()
                        .parties())
                .hasSize(2);
        assertThat(type(() -> world.engine.find(own, id))).isEqualTo(ProblemType.NOT_FOUND);
        world.act(KARIN, id, end(party(id, 1)));
        assertThat(world.engine.find(own, id).official()).isTrue();
    }

    @Test
    void aCodeOpensTheCaseUntilWhoeverBeganItHasANumberOrHasEnded() {
        Identity number = new Identity(IdentityScheme.PERSONNUMMER, People.ANNA);
        Started named = world.submitAnonymously("{\"subject\":\"å\"}");
        Started ended = world.submitAnonymously("{\"subject\":\"å\"}");
        CaseId first = named.view().shown().id();
        CaseId second = ended.view().shown().id();
        PartyEntry another = new PartyEntry(Party.Role.APPLICANT, Identity.NONE, "Okänd", Optional.empty());
        world.act(KARIN, first, new Involving.AddParty(another));
        assertThat(follow(named)).containsExactly(party(first, 0));

        world.act(KARIN, first, renumber(party(first, 0), number));
        world.act(KARIN, second, end(party(second, 0)));

        assertThat(type(() -> follow(named))).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(type(() -> follow(ended))).isEqualTo(ProblemType.NOT_FOUND);
        expectSeen(ANNA, first);
    }

    private Set<PartyId> follow(Started started) {
        return world.engine
                .followUp(People.nobody(), started.followUpCode().orElseThrow())
                .view()
                .self();
    }

    private String content(CaseId id, String type) {
        return world.timeline(KARIN, id).stream()
                .map(EventView::event)
                .filter(event -> event.type().code().equals(type))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .told()
                .orElseThrow()
                .content()
                .text();
    }
}
