package se.ryggrad.core.cases.represented;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.EventView;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.action.Submission;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.identity.RepresentationKind;
import se.ryggrad.api.identity.RepresentationRight;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.json.JsonTree;

/** Tests what somebody sees, begins and does for another, and what becomes of it (ID-042 to ID-050). */
class RepresentedTest {

    private static final Caller ANNA = People.person(People.ANNA);
    private static final Caller BERTIL = People.person(People.BERTIL);
    private static final Caller KARIN = People.handler("Karin Ek");
    private static final Identity CHILD = new Identity(IdentityScheme.PERSONNUMMER, "201503149823");
    private static final Identity COMPANY = new Identity(IdentityScheme.ORGANISATIONSNUMMER, "2120001066");
    private static final PageRequest PAGE = new PageRequest(1, 20, true);
    private static final String FORM = "{\"subject\":\"å\"}";

    private final World world = new World();

    @ParameterizedTest
    @EnumSource(RepresentationKind.class)
    void beginsACaseOfTheRepresentedAndNoneOfTheirOwn(RepresentationKind kind) {
        Caller caller = Representing.by(kind).as(ANNA, CHILD);
        CaseId id = submit(caller, "represented");

        assertThat(world.engine.find(KARIN, id).shown().parties())
                .singleElement()
                .satisfies(party -> {
                    assertThat(party.identity()).isEqualTo(CHILD);
                    assertThat(party.name()).isEqualTo("Alva Ek");
                    assertThat(party.role()).isEqualTo(Party.Role.APPLICANT);
                });
        assertThat(world.engine.find(caller, id).self()).hasSize(1);
        assertThat(listed(caller)).containsExactly(id);
        assertThat(listed(ANNA)).isEmpty();
        assertThat(refused(() -> world.engine.find(ANNA, id))).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(actor(world.timeline(caller, id).get(0)))
                .contains(
                        "\"id\":\"" + ANNA.actor().id().value() + '"',
                        "\"right\":\"" + kind.code() + '"',
                        "\"for\":\""
                                + world.engine
                                        .find(KARIN, id)
                                        .shown()
                                        .parties()
                                        .get(0)
                                        .id()
                                        .value() + '"');
    }

    @Test
    void seesTheCasesThatTheRepresentedBeganThemselves() {
        CaseId his = submit(BERTIL, "represented");
        CaseId hers = submit(ANNA, "represented");
        Caller caller = Representing.with().as(ANNA, People.identity(People.BERTIL));

        assertThat(listed(caller)).containsExactly(his);
        assertThat(listed(ANNA)).containsExactly(hers);
        assertThat(refused(() -> world.engine.find(caller, hers))).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(world.timeline(caller, his)).noneMatch(EventView::withheld);
    }

    @Test
    void mayDoNoMoreThanItsRights() {
        CaseId id = submit(Representing.with(RepresentationRight.SUBMIT).as(ANNA, CHILD), "represented");
        Caller reader = Representing.with().as(ANNA, CHILD);
        Caller acting = Representing.with(RepresentationRight.ACT).as(ANNA, CHILD);

        for (RepresentationRight right : List.of(RepresentationRight.ACT, RepresentationRight.RECEIVE)) {
            assertThat(refused(() -> submit(Representing.with(right).as(ANNA, CHILD), "represented")))
                    .isEqualTo(ProblemType.FORBIDDEN);
        }
        assertThat(world.engine.find(reader, id).allowedActions()).isEmpty();
        assertThat(refused(() -> world.act(reader, id, Acts.supplement("x")))).isEqualTo(ProblemType.FORBIDDEN);
        assertThat(world.engine.find(acting, id).allowedActions()).contains("supplement", "withdraw");
        world.act(acting, id, Acts.supplement("x"));
        List<EventView> timeline = world.timeline(acting, id);
        assertThat(actor(timeline.get(timeline.size() - 1))).contains("\"right\":\"power-of-attorney\"");
    }

    @Test
    void receivesByARightOfItsOwn() {
        CaseId id = submit(Representing.by(RepresentationKind.SIGNATORY).as(ANNA, COMPANY), "represented");
        world.act(KARIN, id, new CaseAction.Placing.Assign(Optional.empty()));
        CaseView decided = world.act(
                KARIN, id, Acts.decide(Decision.Kind.FINAL, Optional.empty(), Optional.empty(), Circle.EVERYBODY));
        UUID decision = decided.shown().decisions().get(0).id();
        world.act(KARIN, id, Acts.notify(decision));
        Caller receiver = Representing.with(RepresentationRight.RECEIVE).as(ANNA, COMPANY);
        Caller acting = Representing.with(RepresentationRight.ACT).as(ANNA, COMPANY);

        assertThat(world.engine.find(receiver, id).allowedActions()).containsExactly("acknowledge-receipt");
        assertThat(world.engine.find(acting, id).allowedActions())
                .contains("appeal")
                .doesNotContain("acknowledge-receipt");
    }

    @Test
    void reachesNoServiceThatDoesNotAllowTheKindOrIsNotNamed() {
        Caller guardian = Representing.by(RepresentationKind.GUARDIAN).as(ANNA, CHILD);
        CaseId id = submit(guardian, "guardian");
        Caller holder = Representing.by(RepresentationKind.POWER_OF_ATTORNEY).as(ANNA, CHILD);
        Caller elsewhere = Representing.by(RepresentationKind.GUARDIAN)
                .within("conformance-represented")
                .as(ANNA, CHILD);
        Caller nowhere = Representing.by(RepresentationKind.GUARDIAN).within().as(ANNA, CHILD);
        Caller named = Representing.by(RepresentationKind.GUARDIAN)
                .within("conformance-guardian")
                .as(ANNA, CHILD);

        for (Caller caller : List.of(holder, elsewhere, nowhere)) {
            unreached(caller, id, "guardian");
        }
        assertThat(listed(named)).containsExactly(id);
        assertThat(world.engine.find(named, id).allowedActions()).isNotEmpty();
    }

    @Test
    void letsAGuardianSeeNothingOfASecretServiceAndAnotherKindEverything() {
        Caller holder = Representing.by(RepresentationKind.POWER_OF_ATTORNEY).as(ANNA, CHILD);
        CaseId id = submit(holder, "secret");

        unreached(Representing.by(RepresentationKind.GUARDIAN).as(ANNA, CHILD), id, "secret");
        assertThat(listed(holder)).containsExactly(id);
    }

    @ParameterizedTest
    @CsvSource({"2028-03-13T22:59:59Z,true", "2028-03-13T23:00:00Z,false"})
    void letsAGuardianSeeToTheEndOfTheDayBeforeTheChildTurnsThirteen(Instant now, boolean sees) {
        Caller guardian = Representing.by(RepresentationKind.GUARDIAN).as(ANNA, CHILD);
        CaseId id = submit(guardian, "guardian");
        world.clock.set(now);

        if (sees) {
            assertThat(listed(guardian)).containsExactly(id);
            assertThat(world.engine.find(guardian, id).allowedActions()).isNotEmpty();
        } else {
            unreached(guardian, id, "guardian");
        }
    }

    @Test
    void doesNotReachAChildOfUnknownAge() {
        Identity foreign = new Identity(IdentityScheme.PRID, "NO:05068907693");
        Caller guardian = Representing.by(RepresentationKind.GUARDIAN).as(ANNA, foreign);

        assertThat(refused(() -> submit(guardian, "guardian"))).isEqualTo(ProblemType.FORBIDDEN);
        assertThat(listed(guardian)).isEmpty();
        submit(guardian, "represented");
        assertThat(listed(guardian)).hasSize(1);
    }

    @Test
    void meetsAnUnknownServiceAsEverybodyDoesUnlessTheRightIsMissing() {
        Caller caller = Representing.with(RepresentationRight.SUBMIT).as(ANNA, CHILD);

        assertThat(refused(() -> submit(caller, "nothing"))).isEqualTo(ProblemType.VALIDATION);
        assertThat(refused(() -> submit(Representing.with().as(ANNA, CHILD), "nothing")))
                .isEqualTo(ProblemType.FORBIDDEN);
    }

    @Test
    void goesByTheVersionThatTheCaseBeganWith() {
        Caller caller = Representing.by(RepresentationKind.SIGNATORY).as(ANNA, COMPANY);
        CaseId id = submit(caller, "represented");
        Publishing.withoutRepresentation(world, new ServiceId("conformance-represented"));

        assertThat(listed(caller)).containsExactly(id);
        assertThat(world.engine.find(caller, id).allowedActions()).isNotEmpty();
        assertThat(refused(() -> submit(caller, "represented"))).isEqualTo(ProblemType.FORBIDDEN);
    }

    @Test
    void seesNoMoreThanTheRepresentedMay() {
        CaseId id = submit(ANNA, "represented");

        assertThat(RepresentationKind.values()).allSatisfy(kind -> {
            Caller caller = Representing.by(kind).as(ANNA, CHILD);
            assertThat(refused(() -> world.engine.find(caller, id))).isEqualTo(ProblemType.NOT_FOUND);
            assertThat(listed(caller)).isEmpty();
        });
    }

    private void unreached(Caller caller, CaseId id, String service) {
        assertThat(refused(() -> world.engine.find(caller, id))).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(refused(() -> world.act(caller, id, Acts.supplement("x")))).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(listed(caller)).isEmpty();
        assertThat(refused(() -> submit(caller, service))).isEqualTo(ProblemType.FORBIDDEN);
    }

    private CaseId submit(Caller caller, String service) {
        Submission submission = World.submission(service, FORM);
        return World.started(world.engine.start(caller, StartCall.of(submission), world.once(world::answer)))
                .view()
                .shown()
                .id();
    }

    private List<CaseId> listed(Caller caller) {
        var page = world.engine.list(caller, CaseQuery.Filter.NONE, PAGE);
        assertThat(page.total()).hasValue(page.items().size());
        return page.items().stream().map(view -> view.shown().id()).toList();
    }

    private static String actor(EventView event) {
        return JsonTree.parse(event.event().told().orElseThrow().content())
                .at("/actor")
                .orElseThrow()
                .json()
                .text();
    }

    private static ProblemType refused(ThrowingCallable call) {
        RyggradException refused = catchThrowableOfType(RyggradException.class, call);
        assertThat(refused).as("is refused").isNotNull();
        return refused.problem().type();
    }
}
