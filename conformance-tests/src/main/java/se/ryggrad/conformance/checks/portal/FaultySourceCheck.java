package se.ryggrad.conformance.checks.portal;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.portal.Visitor;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.source.Behaviour;
import se.ryggrad.conformance.source.Minting;
import se.ryggrad.conformance.source.Plan;
import se.ryggrad.conformance.source.PlayedItem;
import se.ryggrad.conformance.source.PlayedSource;
import tools.jackson.databind.node.ObjectNode;

/** Checks what becomes of a source that answers otherwise than it should. */
@ConformanceCheck
@ResourceLock(Wavering.TURN)
class FaultySourceCheck {

    private static final Plan PLAN = Plan.of(PlayedItem.of("good"));

    @Requirement("MINA-020")
    @Test
    void mina020_failsByAnotherStatusOrBody(Http http, People people) {
        for (Behaviour behaviour : List.of(
                Behaviour.IS_PARTIAL,
                Behaviour.IS_ABSENT,
                Behaviour.FAILS,
                Behaviour.BREAKS_OFF,
                Behaviour.SPEAKS_OTHERWISE)) {
            Wavering.expect(http, people, PLAN.but(behaviour), "failed");
        }
        for (Minting minting : List.of(Minting.FAILS, Minting.SPEAKS_OTHERWISE)) {
            Wavering.expect(http, people, PLAN.but(minting), "failed");
        }
    }

    @Requirement("MINA-020")
    @Test
    void mina020_failsByOneItemThatBreaksTheSchema(Http http, People people) {
        ObjectNode incomplete = PlayedItem.of("bad");
        incomplete.remove("actionRequired");
        ObjectNode wordless = PlayedItem.of("bad");
        ((ObjectNode) wordless.path("status")).put("en", "");
        for (ObjectNode bad : List.of(
                incomplete,
                PlayedItem.of("bad", "2026-11-20T08:00:00Z"),
                PlayedItem.of("bad").put("dueOn", "2026-02-30"),
                wordless)) {
            Wavering.expect(http, people, Plan.of(PlayedItem.of("good"), bad), "failed");
        }
    }

    @Requirement("MINA-020")
    @Test
    void mina020_knowsHowMuchIsTooMuch(Http http, People people) {
        int most = Promise.of(http).answerBytes();
        Visitor visitor = Visitor.of(http, people).with(PlayedSource.WAVERING, PLAN.sized(most));
        visitor.read().expectAnswered(PlayedSource.WAVERING, "good");
        Wavering.expect(http, people, PLAN.sized(most + 1), "failed");
        visitor.slot().sources().swell(most);
        Wavering.expect(http, people, PLAN.but(Behaviour.SWELLS), "failed");
    }

    @Requirement("MINA-020")
    @Test
    void mina020_leavesUnknownMembersAside(Http http, People people) {
        ObjectNode item = PlayedItem.of("more").put("amount", 7);
        ((ObjectNode) item.path("title")).put("fi", "Asia");
        Visitor visitor = Visitor.of(http, people).with(PlayedSource.WAVERING, item);
        visitor.read().expectAnswered(PlayedSource.WAVERING, "more");
    }

    @Requirement("MINA-021")
    @Test
    void mina021_goesNowhereElse(Http http, People people) {
        Wavering.expect(http, people, PLAN.but(Behaviour.LEADS_AWAY), "failed");
        Wavering.expect(http, people, PLAN.but(Minting.LEADS_AWAY), "failed");
        IsolationCheck.expectNobodyTrapped(people);
    }

    @Requirement("MINA-022")
    @Test
    void mina022_isDeniedByTheSourceOrTheIssuer(Http http, People people) {
        Wavering.expect(http, people, PLAN.but(Behaviour.REFUSES), "denied");
        Wavering.expect(http, people, PLAN.but(Behaviour.DENIES), "denied");
        Wavering.expect(http, people, PLAN.but(Minting.REFUSES), "denied");
    }

    @Requirement("MINA-023")
    @Test
    void mina023_showsNothingWhenOneItemIsOfSomebodyElse(Http http, People people) {
        ObjectNode foreign = PlayedItem.of("foreign").put("for", "somebody-else");
        for (Plan plan : List.of(
                Plan.of(foreign), Plan.of(PlayedItem.of("own"), foreign), Plan.of(foreign, PlayedItem.of("own")))) {
            Wavering.expect(http, people, plan, "failed");
        }
    }

    @Requirement("MINA-023")
    @Test
    void mina023_showsNothingEarlierEither(Http http, People people) {
        Visitor visitor = Visitor.of(http, people).with(PlayedSource.WAVERING, PlayedItem.of("own"));
        visitor.read().expectAnswered(PlayedSource.WAVERING, "own");
        ObjectNode foreign =
                PlayedItem.of("foreign").put("for", visitor.person().token().claimed("sub"));
        visitor.with(PlayedSource.WAVERING, PlayedItem.of("own"), foreign);
        visitor.read().expectNothing(PlayedSource.WAVERING, "failed");
        Wavering.expectAgain(visitor);
    }
}
