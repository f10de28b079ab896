package se.ryggrad.conformance.checks.erasure;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.contract.Contract;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.target.Target;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks when a case may be disposed of, and when not. */
@ConformanceCheck
class DisposalCheck {

    @Requirement("HAND-078")
    @Test
    void hand078_waitsForTheEndOfTheCaseAndOfAppeals(Cases cases, People people) {
        Handled handled = cases.assigned(Services.DISPOSAL);
        LiveCase live = handled.live();
        Officer officer = handled.officer();
        Officer archivist = people.archivist();
        expectRefused(live, archivist, "The case is open.");
        live.perform(officer, Bodies.approve());
        live.perform(officer, Bodies.notifyDecision(handled.decision(), handled.party()));
        expectRefused(live, archivist, "The case is not closed.");
        live.perform(officer, Bodies.action("close"));
        live.read(archivist).expect(200).at("/allowedActions").contains("dispose");
        ObjectNode appeal = Bodies.action("appeal").put("decision", handled.decision());
        live.perform(handled.applicant(), appeal.put("text", "Jag överklagar."));
        expectRefused(live, archivist, "An appeal is open.");
        String id = live.text(officer, "/appeals/0/id");
        ObjectNode forward = Bodies.action("forward-appeal").put("appeal", id);
        live.perform(officer, forward.put("to", "Förvaltningsrätten"));
        expectRefused(live, archivist, "An appeal is with the court.");
        ObjectNode ruling = Bodies.action("record-ruling").put("appeal", id).put("outcome", "upheld");
        live.perform(officer, ruling.put("ruledOn", Bodies.today().toString()));
        expectAccepted(live, archivist);
    }

    private static void expectRefused(LiveCase live, Officer archivist, String why) {
        Answer seen = live.read(archivist).expect(200);
        seen.hint(why).at("/allowedActions").lacks("dispose");
        live.actAfter(seen, archivist, Bodies.dispose()).hint(why).expectProblem(409, "state-conflict");
    }

    private static void expectAccepted(LiveCase live, Officer archivist) {
        Answer seen = live.read(archivist).expect(200);
        seen.at("/allowedActions").contains("dispose");
        live.actAfter(seen, archivist, Bodies.dispose())
                .expect(200)
                .at("/status")
                .is("closed");
    }

    @Requirement("HAND-078")
    @Test
    void hand078_isNotForCasesThatAreKept(Cases cases, People people) {
        expectRefused(cases.closed().live(), people.archivist(), "The service keeps its cases.");
    }

    @Requirement("HAND-078")
    @Test
    void hand078_waitsForTheTimeOfTheService(Http http, Cases cases, People people, Nonces nonces, Target target) {
        if (!target.offers("catalogue-import").orElse(false)) {
            return;
        }
        Officer archivist = people.archivist();
        for (String period : List.of("P1D", "P1Y")) {
            LiveCase live = closed(cases, people, published(http, people, nonces, Services.INFORMATION, keep(period)));
            expectRefused(live, archivist, "The case was closed today, and its time is " + period + ".");
        }
        String timeless = published(http, people, nonces, Services.INFORMATION, Json.object("action", "dispose"));
        expectRefused(closed(cases, people, timeless), archivist, "No time is stated.");
        String brief = published(http, people, nonces, Services.INFORMATION, keep("P0M"));
        expectAccepted(closed(cases, people, brief), archivist);
    }

    @Requirement("HAND-078")
    @Test
    void hand078_runsFromAWithdrawalThatCloses(Http http, Cases cases, People people, Nonces nonces, Target target) {
        if (!target.offers("catalogue-import").orElse(false)) {
            return;
        }
        ObjectNode definition = like(Services.INFORMATION, nonces, keep("P0D")).put("completion", "by-officer");
        Person applicant = people.person();
        LiveCase live = cases.create(applicant, newCase(published(http, people, definition)));
        Officer archivist = people.archivist();
        expectRefused(live, archivist, "The case is open.");
        live.perform(applicant, Bodies.action("withdraw"));
        expectAccepted(live, archivist);
    }

    private static ObjectNode keep(String period) {
        return Json.object("action", "dispose", "period", period);
    }

    /** Makes a case of a service that closes its cases at once. */
    private static LiveCase closed(Cases cases, People people, String service) {
        return cases.create(people.person(), newCase(service));
    }

    private static ObjectNode newCase(String service) {
        return Json.object("service", Json.object("id", service), "form", Json.object("subject", "Gallras"));
    }

    private static ObjectNode like(Services service, Nonces nonces, ObjectNode retention) {
        return Contract.service(service)
                .put("id", "conformance-" + nonces.word())
                .put("completion", "automatic")
                .set("retention", retention);
    }

    private static String published(Http http, People people, Nonces nonces, Services service, ObjectNode retention) {
        return published(http, people, like(service, nonces, retention));
    }

    private static String published(Http http, People people, ObjectNode definition) {
        String id = definition.path("id").asString();
        http.put("/services/" + id)
                .as(people.serviceAdmin())
                .json(definition)
                .send()
                .require(201);
        return id;
    }

    @Requirement("HAND-080")
    @Test
    void hand080_theFollowUpCodeOpensNothing(Http http, People people, Nonces nonces, Target target) {
        if (!target.offers("catalogue-import").orElse(false)) {
            return;
        }
        JsonNode body = newCase(published(http, people, nonces, Services.ANONYMOUS, keep("P0D")));
        Answer created = http.post("/cases").key().json(body).send().require(201);
        ObjectNode code =
                Json.object("followUpCode", created.at("/followUpCode").text());
        http.post("/follow-up").json(code).send().expect(200).at("/status").is("closed");
        LiveCase live = new LiveCase(http, created.at("/id").text(), created);
        live.perform(people.archivist(), Bodies.dispose());
        http.post("/follow-up").json(code).send().expectProblem(404, "not-found");
        JsonNode message = Bodies.message("Hej.").setAll(code);
        http.post("/follow-up").key().json(message).send().expectProblem(404, "not-found");
    }
}
