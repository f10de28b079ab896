package se.ryggrad.conformance.checks.handling;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks how a decision is made and made known. */
@ConformanceCheck
class DecisionCheck {

    @Requirement("HAND-029")
    @Test
    void hand029_onlyTheAssignedOfficerDecides(Cases cases, People people) {
        Handled handled = cases.assigned();
        handled.live().act(people.officer(), Bodies.approve()).expectProblem(409, "state-conflict");
        handled.live().act(people.registrar(), Bodies.approve()).expectProblem(403, "forbidden");
        handled.live().act(handled.applicant(), Bodies.approve()).expectProblem(403, "forbidden");
        Submitted unassigned = cases.plain();
        unassigned.live().act(people.officer(), Bodies.approve()).expectProblem(409, "state-conflict");
        handled.live().read(handled.officer()).expect(200).at("/decisions").hasSize(0);
        handled.live().act(handled.officer(), Bodies.approve()).expect(200);
    }

    @Requirement("HAND-030")
    @Test
    void hand030_onlyAFinalDecisionDecidesTheCase(Cases cases) {
        Handled handled = cases.assigned();
        for (String kind : List.of("partial", "interim", "procedural")) {
            Answer acted = handled.live()
                    .act(handled.officer(), Bodies.decide(kind, "approved"))
                    .expect(200);
            acted.at("/status").is("in-progress");
        }
        ObjectNode last = Bodies.fair(Bodies.decide("final", "partly")).put("text", "Bifalls delvis.");
        handled.live().act(handled.officer(), last).expect(200).at("/status").is("decided");
        Answer seen = handled.live().read(handled.applicant()).expect(200);
        seen.at("/decisions").hasSize(4);
        Part decision = seen.at("/decisions/3");
        for (String member : List.of("kind", "outcome", "decidedOn", "text", "authorityBasis")) {
            decision.at("/" + member).is(last.path(member));
        }
        decision.at("/reasons/text").is(last.at("/reasons/text"));
        Timeline.of(handled.live(), handled.applicant())
                .last("decided")
                .at("/content/data/outcome")
                .is("partly");
    }

    @Requirement("HAND-031")
    @Test
    void hand031_aFinalDecisionHasReasons(Cases cases) {
        Handled handled = cases.assigned();
        ObjectNode without = Bodies.approve();
        without.remove("reasons");
        handled.live()
                .act(handled.officer(), without)
                .expectProblem(422, "validation")
                .expectErrors("/reasons required");
        ObjectNode omitted =
                without.deepCopy().set("reasonsOmitted", Json.object("ground", "Beslutet går inte emot någon."));
        Answer acted = handled.live().act(handled.officer(), omitted).expect(200);
        acted.at("/decisions/0/reasonsOmitted/ground").is("Beslutet går inte emot någon.");
        acted.at("/status").is("decided");
    }

    @Requirement("HAND-032")
    @Test
    void hand032_isDecidedAfterItCameAndNotTomorrow(Cases cases, People people) {
        LiveCase live = cases.create(people.registrar(), Papers.of(people.person()));
        Officer officer = people.officer();
        live.perform(officer, Bodies.action("assign"));
        ObjectNode body = Bodies.approve();
        body.put("decidedOn", Bodies.today().plusDays(1).toString());
        live.act(officer, body).expectProblem(422, "validation").expectErrors("/decidedOn date-in-future");
        body.put("decidedOn", Bodies.today().minusDays(6).toString());
        live.act(officer, body).expectProblem(422, "validation").expectErrors("/decidedOn date-order");
        String day = Bodies.today().minusDays(5).toString();
        live.act(officer, body.put("decidedOn", day))
                .expect(200)
                .at("/decisions/0/decidedOn")
                .is(day);
        Timeline.of(live, officer).last("decided").at("/content/occurredOn").is(day);
    }

    @Requirement("HAND-034")
    @Test
    void hand034_writesWhoWasToldAndHow(Cases cases) {
        Handled handled = cases.decided();
        String party = handled.party();
        ObjectNode body = Bodies.notifyDecision(handled.decision(), party).put("mode", "digital-mailbox");
        Answer acted = handled.live().act(handled.officer(), body).expect(200);
        Part notification = acted.at("/decisions/0/notifications").hasSize(1).at("/0");
        notification.at("/party").is(party);
        notification.at("/mode").is("digital-mailbox");
        notification.at("/sentOn").is(Bodies.today().toString());
        acted.at("/status").is("decided");
        Timeline.of(handled.live(), handled.applicant())
                .last("decision-notified")
                .at("/content/data/decision")
                .exists();
    }

    @Requirement("HAND-034")
    @Test
    void hand034_withoutPartiesEverybodyIsTold(Cases cases, People people) {
        LiveCase live = cases.create(people.registrar(), Papers.of(people.person(), people.person()));
        Officer officer = people.officer();
        live.perform(officer, Bodies.action("assign")).perform(officer, Bodies.approve());
        ObjectNode body = Bodies.notifyDecision(live.text(officer, "/decisions/0/id"), "");
        body.remove("parties");
        live.act(officer, body).expect(200).at("/decisions/0/notifications").hasSize(2);
    }

    @Requirement("HAND-034")
    @Test
    void hand034_namesAnUnknownDecision(Cases cases) {
        Handled handled = cases.decided();
        JsonNode body = Bodies.notifyDecision(UUID.randomUUID().toString(), handled.party());
        handled.live()
                .act(handled.officer(), body)
                .expectProblem(422, "validation")
                .expectErrors("/decision unknown-value");
    }

    @Requirement("HAND-035")
    @Test
    void hand035_isSentAfterItWasDecidedAndNotTomorrow(Cases cases) {
        Handled handled = cases.decided();
        ObjectNode body = Bodies.notifyDecision(handled.decision(), handled.party());
        body.put("sentOn", Bodies.today().plusDays(1).toString());
        handled.live()
                .act(handled.officer(), body)
                .expectProblem(422, "validation")
                .expectErrors("/sentOn date-in-future");
        body.put("sentOn", Bodies.today().minusDays(1).toString());
        handled.live()
                .act(handled.officer(), body)
                .expectProblem(422, "validation")
                .expectErrors("/sentOn date-order");
        body.put("sentOn", Bodies.today().toString());
        handled.live().act(handled.officer(), body).expect(200);
    }

    @Requirement("HAND-040")
    @Test
    void hand040_aNewFinalDecisionReplacesTheOld(Cases cases) {
        Handled handled = cases.closed();
        String first = handled.decision();
        handled.live().perform(handled.officer(), Bodies.action("reopen").put("ground", "change"));
        Answer without = handled.live().act(handled.officer(), Bodies.approve()).expectProblem(422, "validation");
        without.at("/errors/0/pointer").is("/replaces");
        Answer wrong = handled.live()
                .act(
                        handled.officer(),
                        Bodies.approve().put("replaces", UUID.randomUUID().toString()))
                .expectProblem(422, "validation");
        wrong.at("/errors/0/pointer").is("/replaces");
        Answer acted = handled.live().act(handled.officer(), Bodies.refuse().put("replaces", first));
        acted.expect(200).at("/decisions").hasSize(2).at("/1/replaces").is(first);
        acted.at("/status").is("decided");
    }

    @Requirement("HAND-030")
    @Test
    void hand030_keepsTheDecisionAsGiven(Cases cases) {
        Handled handled = cases.assigned();
        ObjectNode body = Bodies.approve();
        body.remove("decidedOn");
        JsonNode instruction = Json.object("text", "Så överklagar du.", "to", "Länsstyrelsen", "period", "P3W");
        body.set("appealInstruction", instruction);
        body.set("rapporteur", Json.object("name", "Föredragande"));
        body.set("dissents", Json.array(Json.object("name", "Skiljaktig", "text", "Avslag.")));
        body.set("presentAtFinal", Json.array(Json.object("name", "Närvarande")));
        Answer acted = handled.live().act(handled.officer(), body).expect(200);
        for (String member : List.of("appealInstruction", "rapporteur", "dissents", "presentAtFinal")) {
            acted.at("/decisions/0/" + member).is(body.path(member));
        }
        acted.at("/decisions/0/decidedOn").is(Bodies.today().toString());
        acted.at("/decisions/0/decidedBy/0/officer")
                .is(acted.at("/officer/officer").node());
    }

    @Requirement({"HAND-034", "CASE-027"})
    @Test
    void hand034_tellsThoseWhoShallKnowOnTheDayItWasSent(Cases cases, People people) {
        ObjectNode paper = Papers.of(people.person(), people.person());
        ((ObjectNode) paper.at("/parties/1")).set("rights", Json.array("see"));
        LiveCase live = cases.create(people.registrar(), paper);
        Officer officer = people.officer();
        String day = Bodies.today().minusDays(2).toString();
        live.perform(officer, Bodies.action("assign"))
                .perform(officer, Bodies.approve().put("decidedOn", day));
        ObjectNode body = Bodies.notifyDecision(
                live.text(officer, "/decisions/0/id"), UUID.randomUUID().toString());
        live.act(officer, body.put("sentOn", day))
                .expectProblem(422, "validation")
                .expectErrors("/parties/0 unknown-value");
        body.remove("parties");
        Answer acted = live.act(officer, body).expect(200);
        acted.at("/decisions/0/notifications")
                .hasSize(1)
                .at("/0/party")
                .is(acted.at("/parties/0/id").node());
        Timeline.of(live, officer)
                .last("decision-notified")
                .at("/content/occurredOn")
                .is(day);
    }

    @Requirement("HAND-040")
    @Test
    void hand040_replacesAFinalDecisionAlone(Cases cases) {
        Handled handled = cases.assigned();
        handled.live().perform(handled.officer(), Bodies.decide("partial", "approved"));
        String partial = handled.decision();
        handled.live()
                .act(handled.officer(), Bodies.approve().put("replaces", partial))
                .hint("A partial decision is none that a final one replaces.")
                .expectProblem(422, "validation")
                .expectErrors("/replaces unknown-value");
        handled.live().act(handled.officer(), Bodies.approve()).expect(200);
    }
}
