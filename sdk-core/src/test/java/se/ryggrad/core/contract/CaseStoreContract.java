package se.ryggrad.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.Version;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.cases.store.ChangeSet;
import se.ryggrad.api.cases.store.Commit;
import se.ryggrad.api.cases.store.Sight;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.organisation.UnitId;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.chain.HashChain;

/** Says what every store of cases does, whatever keeps the data. */
public abstract class CaseStoreContract extends CaseStoreScene {

    private static final PrincipalId ELSEWHERE = new PrincipalId("2582");

    @Test
    final void keepsEveryPartOfACase() {
        CaseView decided = handled();
        CaseId id = decided.shown().id();
        Case kept = kept(id);

        assertThat(kept.requests()).hasSize(1);
        assertThat(kept.decisions()).hasSize(1);
        assertThat(kept.decisions().get(0).notifications()).hasSize(1);
        assertThat(kept.head()).isEqualTo(decided.shown().head());
        assertThat(kept.parties()).isEqualTo(decided.shown().parties());
        assertThat(kept.decisions()).isEqualTo(decided.shown().decisions());
        assertThat(kept.requests()).isEqualTo(decided.shown().requests());
        assertThat(world.cases.find(ELSEWHERE, id)).isEmpty();
    }

    @Test
    final void keepsTheChainToTheOctet() {
        CaseId id = handled().shown().id();

        assertThat(HashChain.holds(world.cases.allEvents(People.PRINCIPAL, id))).isTrue();
        Page<?> second = world.cases.events(People.PRINCIPAL, id, new PageRequest(2, 3, true));
        assertThat(second.items())
                .isEqualTo(world.cases.allEvents(People.PRINCIPAL, id).subList(3, 6));
        assertThat(second.total()).hasValue(kept(id).head().version().number());
        assertThat(world.cases
                        .events(ELSEWHERE, id, new PageRequest(1, 3, false))
                        .items())
                .isEmpty();
    }

    @Test
    final void refusesAnotherVersionThanTheOneExpected() {
        Case kept = kept(submit());
        ChangeSet stale = new ChangeSet(
                kept,
                Version.NONE.next(),
                Optional.of(AssuranceLevel.LOA3),
                List.of(),
                Set.of(),
                ChangeSet.Memos.NONE,
                Optional.empty(),
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

        assertThat(world.cases.commit(stale)).isInstanceOf(Commit.Stale.class);
    }

    @Test
    final void findsACaseByTheDigestOfItsCodeAlone() {
        String code = world.submitAnonymously("{\"subject\":\"Gropen\"}")
                .followUpCode()
                .orElseThrow();

        assertThat(world.engine
                        .followUp(People.nobody(), code)
                        .view()
                        .shown()
                        .head()
                        .status())
                .isEqualTo(CaseStatus.REGISTERED);
        assertThat(world.cases.findByFollowUp(People.PRINCIPAL, code)).isEmpty();
    }

    @Test
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

    @Test
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

    @Test
    final void leavesOutWhatTheLevelDoesNotReach() {
        submit();
        CaseQuery low = new CaseQuery(
                People.PRINCIPAL,
                new Sight(List.of(OWN), Optional.of(AssuranceLevel.LOA2)),
                TODAY,
                CaseQuery.Filter.NONE,
                new PageRequest(1, 10, true));

        assertThat(world.cases.list(low).total()).hasValue(0);
    }

    @Test
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

    @Test
    final void keepsWorkingPapersBesideTheCase() {
        CaseId id = submit();
        ActionCall memo = ActionCall.of(new CaseAction.Adding.WriteMemo("Ring först"));
        world.engine.memo(KARIN, id, memo, world.once(kept -> new Answer(201, Map.of(), "")));

        assertThat(world.cases.memos(People.PRINCIPAL, id))
                .extracting(kept -> kept.text())
                .containsExactly("Ring först");
        assertThat(kept(id).head().version().number()).isEqualTo(2);
    }

    private CaseView handled() {
        CaseId id = submit();
        world.act(KARIN, id, new CaseAction.Placing.Assign(Optional.empty()));
        Circle secret = new Circle(Audience.OFFICERS, List.of(new Circle.Ground("OSL 26 kap. 1 §", "sökanden")));
        world.act(KARIN, id, Acts.ask(new Request.Addressee.OfName("Räddningstjänsten"), TODAY, secret));
        CaseView decided = world.act(KARIN, id, Acts.decide(Decision.Kind.FINAL, Optional.empty()));
        return world.act(
                KARIN, id, Acts.notify(decided.shown().decisions().get(0).id()));
    }
}
