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
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks how somebody is asked for something. */
@ConformanceCheck
class RequestCheck {

    @Requirement("HAND-012")
    @Test
    void hand012_asksAPartyWithoutAChangeOfStatus(Cases cases) {
        Handled handled = cases.assigned();
        ObjectNode body = Bodies.request(handled.party()).put("consequence", "Ärendet avgörs ändå.");
        Answer acted = handled.live().act(handled.officer(), body).expect(200);
        acted.at("/status").is("in-progress");
        Part request = acted.at("/requests").hasSize(1).at("/0");
        request.at("/state").is("open");
        for (String member : List.of("kind", "addressee", "text", "dueOn", "consequence")) {
            request.at("/" + member).is(body.path(member));
        }
        Answer seen = handled.live().read(handled.applicant()).expect(200);
        seen.at("/requests").hasSize(1).at("/0").is(request.node());
        Part waiting = seen.at("/waitingFor").hasSize(1).at("/0");
        waiting.at("/request").is(request.at("/id").node());
        waiting.at("/kind").is("supplement");
        waiting.at("/addressee").is(body.path("addressee"));
        waiting.at("/dueOn").is(body.path("dueOn"));
    }

    @Requirement("HAND-012")
    @Test
    void hand012_hasExactlyOneAddressee(Cases cases) {
        Handled handled = cases.assigned();
        String party = handled.party();
        for (JsonNode wrong : List.of(
                Json.object(),
                Json.object("party", party, "unit", "unit-a2"),
                Json.object("name", "A", "unit", "unit-a2"))) {
            Answer answer =
                    handled.live().act(handled.officer(), Bodies.request(party).set("addressee", wrong));
            answer.expectProblem(422, "validation").at("/errors/0/pointer").matches("/addressee.*");
        }
        JsonNode unknown = Json.object("party", UUID.randomUUID().toString());
        handled.live()
                .act(handled.officer(), Bodies.request(party).set("addressee", unknown))
                .expectProblem(422, "validation")
                .expectErrors("/addressee/party unknown-value");
        handled.live().read(handled.officer()).expect(200).at("/requests").hasSize(0);
        for (JsonNode good : List.of(Json.object("unit", "unit-a2"), Json.object("name", "Länsstyrelsen"))) {
            handled.live()
                    .act(
                            handled.officer(),
                            Bodies.request(party).put("kind", "opinion").set("addressee", good))
                    .expect(200);
        }
        handled.live().read(handled.officer()).expect(200).at("/waitingFor").hasSize(2);
    }

    @Requirement("HAND-013")
    @Test
    void hand013_aFormFollowsTheRulesOfServices(Cases cases) {
        Handled handled = cases.assigned();
        for (JsonNode member : List.of(
                Json.object("$ref", "https://example.se/schema.json"),
                Json.object("type", "string", "$id", "https://example.se/x"),
                Json.object("type", "string", "maxLength", 50, "pattern", "^(a+)+$"),
                Json.object("type", "string", "pattern", "^a$"))) {
            JsonNode form = Bodies.form(Json.object("answer", member));
            Answer answer = handled.live()
                    .act(handled.officer(), Bodies.request(handled.party()).set("form", form));
            answer.expectProblem(422, "validation")
                    .at("/errors")
                    .satisfies(
                            "a fault with the code schema-not-allowed below /form", RequestCheck::isSchemaNotAllowed);
        }
        handled.live().read(handled.officer()).expect(200).at("/requests").hasSize(0);
    }

    private static boolean isSchemaNotAllowed(JsonNode errors) {
        return errors.values().stream()
                .anyMatch(e -> e.path("code").asString("").equals("schema-not-allowed")
                        && e.path("pointer").asString("").startsWith("/form"));
    }

    @Requirement("HAND-013")
    @Test
    void hand013_nothingIsDueYesterday(Cases cases) {
        Handled handled = cases.assigned();
        ObjectNode request = Bodies.request(handled.party());
        request.put("dueOn", Bodies.today().minusDays(1).toString());
        handled.live()
                .act(handled.officer(), request)
                .expectProblem(422, "validation")
                .expectErrors("/dueOn date-order");
        request.put("dueOn", Bodies.today().toString());
        handled.live()
                .act(handled.officer(), request)
                .expect(200)
                .at("/waitingFor")
                .hasSize(1);
    }

    @Requirement("HAND-018")
    @Test
    void hand018_anOfficerTakesARequestBack(Cases cases) {
        Handled handled = cases.waiting();
        JsonNode body = Bodies.action("close-request").put("request", handled.request());
        handled.live().act(handled.applicant(), body).expectProblem(403, "forbidden");
        Answer acted = handled.live().act(handled.officer(), body).expect(200);
        acted.at("/requests/0/state").is("closed");
        acted.at("/waitingFor").hasSize(0);
        handled.live()
                .read(handled.applicant())
                .expect(200)
                .at("/allowedActions")
                .lacks("answer-request");
        Timeline.of(handled.live(), handled.applicant())
                .last("request-closed")
                .at("/content/data/request")
                .exists();
    }

    @Requirement("HAND-019")
    @Test
    void hand019_theEndOfACaseLapsesWhatIsOpen(Cases cases, People people) {
        Handled decided = cases.waiting();
        decided.live().perform(decided.officer(), Bodies.decide("partial", "approved"));
        decided.live()
                .read(decided.applicant())
                .expect(200)
                .at("/requests/0/state")
                .is("open");
        expectLapsed(decided.live().act(decided.officer(), Bodies.approve()).expect(200));
        expectTold(decided, "decided");
        Handled withdrawn = cases.waiting();
        expectLapsed(withdrawn
                .live()
                .act(withdrawn.applicant(), Bodies.action("withdraw"))
                .expect(200));
        expectTold(withdrawn, "withdrawn");
        Officer officer = people.officer();
        LiveCase anonymous = cases.anonymous().perform(officer, Bodies.action("assign"));
        JsonNode ask = Bodies.request("").set("addressee", Json.object("name", "Gatukontoret"));
        anonymous.perform(officer, ask);
        JsonNode complete = Bodies.action("complete").set("result", Json.object("text", "Lagat."));
        expectLapsed(anonymous.act(officer, complete).expect(200));
    }

    private static void expectTold(Handled handled, String type) {
        Timeline.of(handled.live(), handled.officer())
                .last(type)
                .at("/content/data/lapsed")
                .is(Json.array(handled.request()));
    }

    private static void expectLapsed(Answer acted) {
        acted.at("/requests").hasSize(1).at("/0/state").is("lapsed");
        acted.at("/waitingFor").hasSize(0);
    }

    @Requirement("HAND-021")
    @Test
    void hand021_silenceLocksNothing(Cases cases) {
        Handled handled = cases.waiting();
        Answer seen = handled.live().read(handled.officer()).expect(200);
        seen.at("/status").is("in-progress");
        seen.at("/allowedActions").contains("decide");
        handled.live()
                .act(handled.applicant(), Bodies.supplement("Annat."))
                .expect(200)
                .at("/waitingFor")
                .hasSize(1);
        handled.live()
                .act(handled.officer(), Bodies.approve())
                .expect(200)
                .at("/status")
                .is("decided");
    }

    @Requirement("HAND-012")
    @Test
    void hand012_asksOnlyThoseWhoCanAnswer(Cases cases, People people) {
        Handled handled = cases.assigned();
        JsonNode foreign = Json.object("unit", "unit-b");
        handled.live()
                .act(handled.officer(), Bodies.request("").set("addressee", foreign))
                .hint("That unit belongs to another authority.")
                .expectProblem(422, "validation")
                .expectErrors("/addressee/unit unknown-value");
        Person subject = people.person();
        ObjectNode body = Papers.of(people.person());
        ((ObjectNode) body.at("/parties/0")).put("role", "subject").put("name", subject.name());
        LiveCase live = cases.create(people.registrar(), body);
        live.perform(handled.officer(), Bodies.action("assign"));
        live.act(handled.officer(), Bodies.request(live.text(handled.officer(), "/parties/0/id")))
                .hint("A subject has no right to respond.")
                .expectProblem(422, "validation")
                .expectErrors("/addressee/party unknown-value");
    }
}
