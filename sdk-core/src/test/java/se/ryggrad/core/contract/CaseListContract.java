package se.ryggrad.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.CaseAction.Involving;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.action.PartyEntry;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.party.EndGround;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyChange;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.cases.store.Sight;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.identity.RepresentationKind;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.UnitId;
import se.ryggrad.api.registry.Protection;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.contract.requirement.Holds;

/** Says how every store of cases lists and searches. */
public abstract class CaseListContract extends StoreContract {

    private static final String FORM = "{\"subject\":\"å\"}";

    @Holds({"CASE-019", "CASE-020"})
    final void listsWhatLiesInSightInTheOrderOfTheContract() {
        List<CaseId> ids = new ArrayList<>();
        for (int count = 0; count < 5; count++) {
            ids.add(0, submit());
            world.clock.advance(Duration.ofMillis(1));
        }
        world.submit(People.person(People.BERTIL), "plain", "{\"subject\":\"å\"}");

        assertThat(ids(list(CaseQuery.Filter.NONE, new PageRequest(1, 3, true), OWN)))
                .isEqualTo(ids.subList(0, 3));
        Page<Case> second = list(CaseQuery.Filter.NONE, new PageRequest(2, 3, true), OWN);
        assertThat(ids(second)).isEqualTo(ids.subList(3, 5));
        assertThat(second.more()).isFalse();
        assertThat(second.total()).hasValue(5);
        Sight.Entry unit = new Sight.Entry.UnitCases(People.AUTHORITY, Set.of(new UnitId("unit-a")));
        assertThat(list(CaseQuery.Filter.NONE, new PageRequest(1, 3, true), unit)
                        .total())
                .hasValue(6);
        Sight.Entry other = new Sight.Entry.AuthorityCases(new AuthorityId("conformance-b"));
        assertThat(list(CaseQuery.Filter.NONE, new PageRequest(1, 3, true), other)
                        .total())
                .hasValue(0);
    }

    @Holds({"CASE-021", "CASE-022"})
    final void listsByFilterAndInTheOrderOfChanges() {
        CaseId first = submit();
        CaseId second = submit();
        world.clock.advance(Duration.ofSeconds(1));
        world.act(KARIN, first, new CaseAction.Placing.Assign(Optional.empty()));
        CaseQuery.Filter changes = new CaseQuery.Filter(
                Set.of(),
                Optional.empty(),
                Optional.of(kept(second).head().updatedAt()),
                Optional.empty(),
                false,
                Optional.empty());
        CaseQuery.Filter assigned = new CaseQuery.Filter(
                Set.of(CaseStatus.IN_PROGRESS),
                Optional.of(kept(first).head().service().id()),
                Optional.empty(),
                Optional.of(KARIN.actor().id()),
                false,
                Optional.of(new UnitId("unit-a")));
        CaseQuery.Filter unassigned = new CaseQuery.Filter(
                Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), true, Optional.empty());
        PageRequest page = new PageRequest(1, 10, false);

        assertThat(ids(list(changes, page, OWN))).containsExactly(second, first);
        assertThat(ids(list(assigned, page, OWN))).containsExactly(first);
        assertThat(ids(list(unassigned, page, OWN))).containsExactly(second);
    }

    @Holds("ID-023")
    final void leavesOutWhatTheLevelDoesNotReach() {
        submit();
        CaseQuery low = new CaseQuery(
                People.PRINCIPAL,
                new Sight(List.of(OWN), Optional.of(AssuranceLevel.LOA2)),
                CaseQuery.Filter.NONE,
                new PageRequest(1, 10, true));

        assertThat(world.cases.list(low).total()).hasValue(0);
    }

    @Holds("ID-075")
    final void keepsACaseFromTheOfficerWhoIsAPartyOfIt() {
        submit();
        Sight.Entry all = new Sight.Entry.AuthorityCases(People.AUTHORITY);

        assertThat(total(all, People.BERTIL)).hasValue(1);
        assertThat(total(all, People.ANNA)).hasValue(0);
    }

    @Holds({"ID-057", "ID-062"})
    final void listsACaseByWhatWasLastAnsweredOfEachPerson() {
        CaseId annas = submit();
        CaseId bertils = world.submit(People.person(People.BERTIL), "plain", FORM)
                .shown()
                .id();
        Identity anna = People.identity(People.ANNA);
        Identity bertil = People.identity(People.BERTIL);
        assertThat(plainly()).containsExactlyInAnyOrder(annas, bertils);
        assertThat(unanswered()).containsExactlyInAnyOrder(anna, bertil);

        world.cases.learn(People.PRINCIPAL, Map.of(anna, Protection.UNKNOWN, bertil, Protection.NONE));
        assertThat(plainly()).containsExactly(bertils);
        assertThat(unanswered()).containsExactly(anna);
        for (String code : List.of("sekretessmarkering", "none", "-", " =,&%å\u0001 ")) {
            world.cases.learn(People.PRINCIPAL, Map.of(anna, new Protection(code)));
            assertThat(kept(annas).parties().get(0).protection()).contains(new Protection(code));
            assertThat(plainly()).containsExactly(bertils);
        }
        assertThat(unanswered()).isEmpty();
        world.cases.learn(People.PRINCIPAL, Map.of(anna, Protection.NONE, bertil, Protection.SKYDDAD_FOLKBOKFORING));
        assertThat(plainly()).containsExactly(annas);
        assertThat(ids(list(CaseQuery.Filter.NONE, new PageRequest(1, 10, true), all(true))))
                .containsExactlyInAnyOrder(annas, bertils);
        world.cases.learn(ELSEWHERE, Map.of(anna, Protection.SEKRETESSMARKERING));
        assertThat(plainly()).containsExactly(annas);
    }

    @Holds("ID-062")
    final void letsNoSilenceTakeThePlaceOfAnAnswerAndNoActTakeItAway() {
        CaseId id = submit();
        Identity anna = People.identity(People.ANNA);
        world.cases.learn(People.PRINCIPAL, Map.of(anna, Protection.SEKRETESSMARKERING));
        world.cases.learn(People.PRINCIPAL, Map.of(anna, Protection.UNKNOWN));
        long version = kept(id).head().version().number();
        assertThat(kept(id).parties().get(0).protection()).contains(Protection.SEKRETESSMARKERING);
        assertThat(version).isEqualTo(world.version(id).number());

        world.act(ANNA, id, Acts.supplement("mer"));
        assertThat(kept(id).parties().get(0).protection()).contains(Protection.SEKRETESSMARKERING);
        world.act(ANNA, id, Acts.withdraw());
        assertThat(kept(id).parties().get(0).protection()).contains(Protection.SEKRETESSMARKERING);
        CaseId later = submit();
        assertThat(kept(later).parties().get(0).protection()).contains(Protection.SEKRETESSMARKERING);
        assertThat(plainly()).isEmpty();
    }

    @Holds("ID-062")
    final void namesNoMorePersonsWithoutAnAnswerThanAreAskedFor() {
        submit();
        world.submit(People.person(People.BERTIL), "plain", FORM);

        assertThat(world.cases.unanswered(everything(1))).hasSize(1);
        assertThat(world.cases.unanswered(everything(2))).hasSize(2);
    }

    @Holds("ID-062")
    final void leavesOutWhomNobodyWasAskedAboutWhereOnlyAnAnswerCounts() {
        CaseId id = submit();
        Sight plain = new Sight(List.of(all(false)), Optional.empty());
        assertThat(seen(plain)).containsExactly(id);
        assertThat(seen(plain.onlyAnswered())).isEmpty();
        assertThat(seen(new Sight(List.of(all(true)), Optional.empty()).onlyAnswered()))
                .containsExactly(id);

        world.cases.learn(People.PRINCIPAL, Map.of(People.identity(People.ANNA), Protection.NONE));
        assertThat(seen(plain.onlyAnswered())).containsExactly(id);
    }

    private List<CaseId> seen(Sight sight) {
        Page<Case> page = world.cases.list(
                new CaseQuery(People.PRINCIPAL, sight, CaseQuery.Filter.NONE, new PageRequest(1, 10, true)));
        assertThat(page.total()).hasValue(page.items().size());
        return ids(page);
    }

    private List<CaseId> plainly() {
        Page<Case> page = list(CaseQuery.Filter.NONE, new PageRequest(1, 10, true), all(false));
        assertThat(page.total()).hasValue(page.items().size());
        Sight.Entry unit =
                new Sight.Entry.UnitCases(People.AUTHORITY, Set.of(new UnitId("unit-a"), new UnitId("unit-a2")), false);
        assertThat(ids(list(CaseQuery.Filter.NONE, new PageRequest(1, 10, true), unit)))
                .isEqualTo(ids(page));
        return ids(page);
    }

    private Set<Identity> unanswered() {
        return world.cases.unanswered(everything(10));
    }

    private static CaseQuery everything(int limit) {
        return new CaseQuery(
                People.PRINCIPAL,
                new Sight(List.of(all(true)), Optional.empty()),
                CaseQuery.Filter.NONE,
                new PageRequest(1, limit, false));
    }

    private static Sight.Entry all(boolean protectedToo) {
        return new Sight.Entry.AuthorityCases(People.AUTHORITY, protectedToo);
    }

    @Holds({"HAND-067", "HAND-068"})
    final void listsForWhoeverIsAPartyNow() {
        CaseId id = world.submit(ANNA, "represented", FORM).shown().id();
        Sight.Entry bertil = new Sight.Entry.OwnCases(People.identity(People.BERTIL));
        Sight.Entry all = new Sight.Entry.AuthorityCases(People.AUTHORITY);
        world.act(KARIN, id, new Involving.AddParty(entry(Party.Right.BE_NOTIFIED)));
        assertThat(ids(list(bertil))).isEmpty();
        world.act(KARIN, id, new Involving.AddParty(entry(Party.Right.SEE)));
        assertThat(ids(list(bertil))).containsExactly(id);
        assertThat(total(all, People.BERTIL)).hasValue(0);

        PartyId first = kept(id).parties().get(0).id();
        Optional<Identity> given = Optional.of(new Identity(IdentityScheme.SAMORDNINGSNUMMER, "199001619809"));
        PartyChange number = new PartyChange(Optional.empty(), Optional.empty(), Optional.empty(), given);
        world.act(KARIN, id, new Involving.ChangeParty(first, "Nytt nummer", number));
        assertThat(ids(list(OWN))).isEmpty();
        assertThat(represented(RepresentationKind.POWER_OF_ATTORNEY, OptionalInt.empty()))
                .isEmpty();
        assertThat(ids(list(new Sight.Entry.OwnCases(given.orElseThrow())))).containsExactly(id);

        for (Party party : kept(id).parties()) {
            world.act(
                    KARIN,
                    id,
                    new Involving.EndParty(party.id(), EndGround.DEATH, Optional.of(TODAY), Optional.empty()));
        }
        assertThat(list(bertil).total()).hasValue(0);
        assertThat(ids(list(new Sight.Entry.OwnCases(given.orElseThrow())))).isEmpty();
        assertThat(total(all, People.BERTIL)).hasValue(1);
        assertThat(kept(id).parties()).allMatch(Party::ended).hasSize(3);
    }

    private static PartyEntry entry(Party.Right right) {
        return new PartyEntry(
                Party.Role.CONCERNED, People.identity(People.BERTIL), "Bertil", Optional.of(Set.of(right)));
    }

    private Page<Case> list(Sight.Entry entry) {
        return list(CaseQuery.Filter.NONE, new PageRequest(1, 10, true), entry);
    }

    @Holds({"ID-048", "ID-049"})
    final void listsForARepresentativeWhatTheServiceOfEachCaseAllows() {
        submit();
        CaseId everybody = world.submit(ANNA, "represented", FORM).shown().id();
        world.clock.advance(Duration.ofMillis(1));
        CaseId secret = world.submit(ANNA, "secret", FORM).shown().id();
        world.clock.advance(Duration.ofMillis(1));
        CaseId guarded = world.submit(ANNA, "guardian", FORM).shown().id();
        world.submit(People.person(People.BERTIL), "represented", FORM);

        assertThat(represented(RepresentationKind.POWER_OF_ATTORNEY, OptionalInt.empty()))
                .containsExactly(secret, everybody);
        assertThat(represented(RepresentationKind.SIGNATORY, OptionalInt.of(12)))
                .containsExactly(everybody);
        assertThat(represented(RepresentationKind.GUARDIAN, OptionalInt.of(12))).containsExactly(guarded, everybody);
        assertThat(represented(RepresentationKind.GUARDIAN, OptionalInt.of(13))).containsExactly(everybody);
        assertThat(represented(RepresentationKind.GUARDIAN, OptionalInt.empty()))
                .containsExactly(everybody);
    }

    @Holds("ID-048")
    final void listsForARepresentativeTheServicesThatAreNamedAlone() {
        CaseId everybody = world.submit(ANNA, "represented", FORM).shown().id();
        world.submit(ANNA, "secret", FORM);
        ServiceId id = kept(everybody).head().service().id();

        assertThat(represented(Optional.of(Set.of(id, new ServiceId("nothing")))))
                .containsExactly(everybody);
        assertThat(represented(Optional.of(Set.of(new ServiceId("nothing"))))).isEmpty();
        assertThat(represented(Optional.of(Set.of()))).isEmpty();
        assertThat(represented(Optional.empty())).hasSize(2);
    }

    private List<CaseId> represented(RepresentationKind kind, OptionalInt age) {
        return represented(new Sight.Entry.RepresentedCases(People.identity(People.ANNA), kind, age, Optional.empty()));
    }

    private List<CaseId> represented(Optional<Set<ServiceId>> services) {
        return represented(new Sight.Entry.RepresentedCases(
                People.identity(People.ANNA), RepresentationKind.POWER_OF_ATTORNEY, OptionalInt.empty(), services));
    }

    private List<CaseId> represented(Sight.Entry.RepresentedCases entry) {
        Page<Case> page = list(CaseQuery.Filter.NONE, new PageRequest(1, 10, true), entry);
        assertThat(page.total()).hasValue(page.items().size());
        return ids(page);
    }

    @Holds("HAND-020")
    final void findsWhatIsOverdue() {
        CaseId id = submit();
        world.act(KARIN, id, new CaseAction.Placing.Assign(Optional.empty()));
        world.act(
                KARIN,
                id,
                Acts.ask(new Request.Addressee.OfParty(kept(id).parties().get(0).id()), TODAY, Circle.EVERYBODY));

        assertThat(world.cases.overdue(People.PRINCIPAL, TODAY, 10)).isEmpty();
        assertThat(world.cases.overdue(People.PRINCIPAL, TODAY.plusDays(1), 10))
                .extracting(Case::id)
                .containsExactly(id);
        assertThat(world.cases.overdue(ELSEWHERE, TODAY.plusDays(1), 10)).isEmpty();
    }

    private OptionalLong total(Sight.Entry entry, String keptFrom) {
        Sight sight = new Sight(List.of(entry), Optional.empty(), Set.of(People.identity(keptFrom)));
        return world.cases
                .list(new CaseQuery(People.PRINCIPAL, sight, CaseQuery.Filter.NONE, new PageRequest(1, 10, true)))
                .total();
    }

    private static List<CaseId> ids(Page<Case> page) {
        return page.items().stream().map(Case::id).toList();
    }
}
