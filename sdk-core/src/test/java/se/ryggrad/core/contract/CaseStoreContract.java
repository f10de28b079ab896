package se.ryggrad.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.Version;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.action.PartyEntry;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.action.Submission;
import se.ryggrad.api.cases.model.Approval;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.model.OfficerRef;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.cases.store.ChangeSet;
import se.ryggrad.api.cases.store.Commit;
import se.ryggrad.api.cases.store.Memo;
import se.ryggrad.api.catalog.RepresentationRule;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.events.FeedEvent;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.cases.chain.HashChain;
import se.ryggrad.core.contract.requirement.Holds;

/** Says what every store of cases keeps, and how it writes. */
public abstract class CaseStoreContract extends StoreContract {

    @Holds({"CASE-001", "CASE-002", "CASE-019"})
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

    @Holds({"CASE-090", "HAND-085"})
    final void keepsWhoMustAgreeAndHowFarTheyHave() {
        Submission paper = new Submission(
                new ServiceId("conformance-together"),
                Optional.empty(),
                CaseHead.Initiator.PARTY,
                new JsonText("{\"amount\":500}"),
                List.of(),
                Stream.of(People.ANNA, People.BERTIL)
                        .map(number ->
                                new PartyEntry(Party.Role.APPLICANT, People.identity(number), "Test", Optional.empty()))
                        .toList(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        CaseId id = World.started(
                        world.engine.start(People.registrar(), StartCall.of(paper), world.once(world::answer)))
                .view()
                .shown()
                .id();
        assertThat(kept(id).approval()).contains(new Approval(0, Optional.of(2)));
        UUID asked = kept(id).requests().get(0).id();
        CaseView after = world.act(ANNA, id, new CaseAction.Agreeing.Approve(asked, Optional.empty()));

        assertThat(kept(id).approval()).contains(new Approval(1, Optional.of(2)));
        assertThat(kept(id).requests()).isEqualTo(after.shown().requests());
        assertThat(kept(id).requests().get(0).approval()).contains(Request.ApprovalState.APPROVED);
        assertThat(kept(id).deficiencies())
                .isEqualTo(after.shown().deficiencies())
                .hasSize(1);
    }

    @Holds({"CASE-023", "CASE-024", "CASE-025"})
    final void keepsTheChainToTheOctet() {
        CaseId id = handled().shown().id();

        assertThat(HashChain.holds(world.cases.allEvents(People.PRINCIPAL, id))).isTrue();
        Page<?> second = world.cases.events(People.PRINCIPAL, id, new PageRequest(2, 3, true));
        assertThat(second.items())
                .isEqualTo(world.cases.allEvents(People.PRINCIPAL, id).subList(3, 6));
        assertThat(second.total()).hasValue(kept(id).head().version().number());
        Page<?> elsewhere = world.cases.events(ELSEWHERE, id, new PageRequest(1, 3, true));
        assertThat(elsewhere.items()).isEmpty();
        assertThat(elsewhere.total()).hasValue(0);
        assertThat(world.cases.allEvents(ELSEWHERE, id)).isEmpty();
    }

    @Holds("CORE-037")
    final void refusesAnotherVersionThanTheOneExpected() {
        Case kept = kept(submit());
        Claim claim = claim(People.PRINCIPAL, UUID.randomUUID());
        ChangeSet stale = change(kept, Version.NONE.next(), Set.of(), ChangeSet.Memos.NONE, claim);

        assertThat(world.cases.commit(stale)).isInstanceOf(Commit.Stale.class);
        assertThat(world.cases.answer(claim)).isEmpty();
        assertThat(kept(kept.id())).isEqualTo(kept);
    }

    @Holds("CASE-009")
    final void refusesADocumentThatIsNotThere() {
        Case kept = kept(submit());
        Claim claim = claim(People.PRINCIPAL, UUID.randomUUID());
        ChangeSet change =
                change(kept, kept.head().version(), Set.of(DocumentId.random()), ChangeSet.Memos.NONE, claim);

        assertThat(world.cases.commit(change)).isInstanceOf(Commit.DocumentTaken.class);
        assertThat(world.cases.answer(claim)).isEmpty();
    }

    @Holds({"CORE-029", "CORE-032"})
    final void bindsAKeyToItsFirstAnswer() {
        Case kept = kept(submit());
        UUID key = UUID.randomUUID();
        Memo first = memo("Ring först.");
        ChangeSet.Memos second = new ChangeSet.Memos(List.of(memo("Ring sedan.")), Set.of());
        ChangeSet change = writes(kept, first, claim(People.PRINCIPAL, key));

        assertThat(world.cases.commit(change)).isInstanceOf(Commit.Done.class);
        Claim again = claim(People.PRINCIPAL, key);
        assertThat(world.cases.commit(change(kept, kept.head().version(), Set.of(), second, again)))
                .isInstanceOfSatisfying(Commit.Claimed.class, claimed -> {
                    assertThat(claimed.first().answer().orElseThrow().body())
                            .isEqualTo(change.memos().toString());
                    assertThat(claimed.first().resource()).isEqualTo(first.id().toString());
                });
        assertThat(world.cases.memos(People.PRINCIPAL, kept.id())).containsExactly(first);
        assertThat(world.cases.commit(change(kept, kept.head().version(), Set.of(), second, claim(ELSEWHERE, key))))
                .isInstanceOf(Commit.Done.class);
    }

    @Holds("CASE-038")
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

    @Holds("HAND-026")
    final void keepsWorkingPapersBesideTheCase() {
        CaseId id = submit();
        ActionCall memo = ActionCall.of(new CaseAction.Adding.WriteMemo("Ring först"));
        world.engine.memo(KARIN, id, memo, world.once(kept -> new Answer(201, Map.of(), "")));

        assertThat(world.cases.memos(People.PRINCIPAL, id))
                .extracting(kept -> kept.text())
                .containsExactly("Ring först");
        assertThat(kept(id).head().version().number()).isEqualTo(2);
        assertThat(world.cases.memos(ELSEWHERE, id)).isEmpty();
    }

    @Holds("HAND-028")
    final void removesWorkingPapers() {
        Case kept = kept(submit());
        Memo memo = memo("Ring först.");
        world.cases.commit(writes(kept, memo, claim(People.PRINCIPAL, UUID.randomUUID())));
        ChangeSet.Memos removed = new ChangeSet.Memos(List.of(), Set.of(memo.id()));
        Claim claim = claim(People.PRINCIPAL, UUID.randomUUID());

        assertThat(world.cases.commit(change(kept, kept.head().version(), Set.of(), removed, claim)))
                .isInstanceOf(Commit.Done.class);
        assertThat(world.cases.memos(People.PRINCIPAL, kept.id())).isEmpty();
    }

    @Holds("CORE-031")
    final void makesOneCaseOfSixteenRequestsWithOneKey() {
        UUID key = UUID.randomUUID();
        StartCall call = StartCall.of(World.submission("plain", "{\"subject\":\"å\"}"));

        List<Answer> answers = Together.run(
                16,
                place -> world.engine
                        .start(ANNA, call, world.once(key, world::answer))
                        .answer());

        assertThat(new HashSet<>(answers)).hasSize(1);
        assertThat(list(CaseQuery.Filter.NONE, new PageRequest(1, 10, true), OWN)
                        .total())
                .hasValue(1);
    }

    @Holds("HAND-007")
    final void letsOneOfTwoOfficersWin() {
        CaseId id = submit();
        List<Caller> officers = List.of(KARIN, People.handler("Ola Ask"));
        officers.forEach(world::seen);

        List<String> ends = Together.run(
                2,
                place -> Together.outcome(() ->
                        world.actAt(officers.get(place), id, new CaseAction.Placing.Assign(Optional.empty()), 2)));

        assertThat(ends).containsExactlyInAnyOrder("done", "stale-version");
        assertThat(kept(id).head().version().number()).isEqualTo(3);
    }

    @Holds({"HAND-007", "CASE-023"})
    final void losesNoMessageOfMany() {
        CaseId id = submit();

        Together.run(
                8,
                place -> world.engine.act(
                        ANNA,
                        id,
                        ActionCall.of(Acts.message("nr " + place, Circle.EVERYBODY)),
                        Optional.empty(),
                        world.once(view -> new Answer(200, Map.of(), ""))));

        assertThat(world.cases.allEvents(People.PRINCIPAL, id)).hasSize(10);
        assertThat(HashChain.holds(world.cases.allEvents(People.PRINCIPAL, id))).isTrue();
    }

    @Holds({"CASE-015", "EVT-004", "EVT-005"})
    final void givesEveryCaseANumberOfItsOwnAndEveryEventAPlaceInTheFeed() {
        Together.run(
                16, place -> IntStream.range(0, 4).mapToObj(count -> submit()).toList());

        Page<Case> all = list(CaseQuery.Filter.NONE, new PageRequest(1, 100, false), OWN);
        assertThat(all.items().stream().map(each -> each.head().registryNumber().orElseThrow()))
                .hasSize(64)
                .doesNotHaveDuplicates();
        List<FeedEvent> feed = world.log.read(People.PRINCIPAL, Set.of(People.AUTHORITY), 0, 1000);
        assertThat(feed).hasSize(128);
        assertThat(feed.stream().map(FeedEvent::position)).isSorted().doesNotHaveDuplicates();
        assertThat(feed.stream().filter(event -> event.sequence() == 1)).hasSize(64);
        long middle = feed.get(63).position();
        assertThat(world.log.read(People.PRINCIPAL, Set.of(People.AUTHORITY), middle, 10))
                .isEqualTo(feed.subList(64, 74));
        assertThat(world.log.knows(People.PRINCIPAL, Set.of(People.AUTHORITY), middle))
                .isTrue();
        assertThat(world.log.knows(
                        People.PRINCIPAL,
                        Set.of(People.AUTHORITY),
                        feed.get(127).position() + 1))
                .isFalse();
        assertThat(world.log.knows(People.PRINCIPAL, Set.of(new AuthorityId("socialnamnden")), middle))
                .as("a position of another authority's event")
                .isFalse();
        assertThat(world.log.knows(People.PRINCIPAL, Set.of(), 0)).isTrue();
        assertThat(world.log.read(People.PRINCIPAL, Set.of(), 0, 10)).isEmpty();
    }

    @Holds("EVT-003")
    final void doesNotTellTheFeedOfAServiceThatNamesSecrecy() {
        CaseId shown = submit();
        CaseId secret = World.started(world.engine.start(
                        ANNA,
                        StartCall.of(World.submission("secret", "{\"subject\":\"Oro\"}")),
                        world.once(world::answer)))
                .view()
                .shown()
                .id();

        List<FeedEvent> feed = world.log.read(People.PRINCIPAL, Set.of(People.AUTHORITY), 0, 100);
        assertThat(feed.stream().filter(event -> event.caseId().equals(shown)))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.service()).isPresent());
        assertThat(feed.stream().filter(event -> event.caseId().equals(secret)))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.service()).isEmpty());
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

    private static ChangeSet writes(Case subject, Memo memo, Claim claim) {
        ChangeSet.Memos added = new ChangeSet.Memos(List.of(memo), Set.of());
        return change(subject, subject.head().version(), Set.of(), added, claim);
    }

    private static ChangeSet change(
            Case after, Version expected, Set<DocumentId> used, ChangeSet.Memos memos, Claim claim) {
        return new ChangeSet(
                after,
                expected,
                Optional.of(AssuranceLevel.LOA3),
                RepresentationRule.NOBODY,
                false,
                List.of(),
                used,
                memos,
                Optional.of(new ChangeSet.Kept(claim, new Answer(201, Map.of(), memos.toString()))),
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    }

    private Claim claim(PrincipalId principal, UUID key) {
        Claim plain = world.once(key, world::answer).claim();
        Claim.Scope scope = new Claim.Scope(principal, plain.scope().actor(), "", "POST", "/cases");
        return new Claim(scope, plain.key(), plain.requestDigest(), plain.at());
    }

    private static Memo memo(String text) {
        OfficerRef by = new OfficerRef(KARIN.actor().id(), "Karin Ek");
        return new Memo(UUID.randomUUID(), by, Instant.parse("2026-11-23T11:00:00Z"), text);
    }
}
