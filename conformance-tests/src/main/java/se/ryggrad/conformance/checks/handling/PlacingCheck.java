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
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.TestActor;
import tools.jackson.databind.JsonNode;

/** Checks how a case gets its number, its officer and its unit. */
@ConformanceCheck
class PlacingCheck {

    @Requirement("HAND-008")
    @Test
    void hand008_registersForOfficerRegistrarAndSystem(Cases cases, People people) {
        for (TestActor actor :
                List.of(people.officer(), people.registrar(), people.system("cases:register", "cases:read"))) {
            Submitted submitted = cases.unregistered();
            Answer acted =
                    submitted.live().act(actor, Bodies.action("register")).expect(200);
            acted.at("/status").is("registered");
            acted.at("/registryNumber").matches(".{1,100}");
            acted.at("/officer").isMissing();
            Timeline.of(submitted.live(), submitted.applicant()).expectTypes("submitted", "registered");
            submitted.live().act(actor, Bodies.action("register")).expectProblem(409, "state-conflict");
        }
    }

    @Requirement("HAND-009")
    @Test
    void hand009_assignsAndFirstRegisters(Http http, Cases cases, People people) {
        Submitted submitted = cases.unregistered();
        Officer officer = people.officer();
        String id = id(http, officer);
        Answer acted = submitted.live().act(officer, Bodies.action("assign")).expect(200);
        acted.at("/status").is("in-progress");
        acted.at("/registryNumber").matches(".{1,100}");
        acted.at("/officer/officer").is(id);
        Timeline.of(submitted.live(), officer).expectTypes("submitted", "registered", "assigned");
        Officer colleague = people.officer();
        JsonNode toColleague = Bodies.action("assign").put("officer", id(http, colleague));
        submitted
                .live()
                .act(people.registrar(), toColleague)
                .expect(200)
                .at("/officer/officer")
                .is(id(http, colleague));
        submitted.live().read(submitted.applicant()).expect(200).at("/status").is("in-progress");
        submitted
                .live()
                .act(officer, Bodies.approve())
                .hint("The case is a colleague's now.")
                .expect(409);
    }

    @Requirement("HAND-009")
    @Test
    void hand009_aRegistrarNamesTheOfficer(Cases cases, People people) {
        Submitted submitted = cases.plain();
        submitted
                .live()
                .act(people.registrar(), Bodies.action("assign"))
                .expectProblem(422, "validation")
                .expectErrors("/officer required");
    }

    @Requirement("HAND-010")
    @Test
    void hand010_assignsOnlyToOfficersOfTheUnit(Http http, Cases cases, People people) {
        Submitted submitted = cases.plain();
        Officer officer = people.officer();
        List<String> wrong = List.of(
                UUID.randomUUID().toString(),
                id(http, people.officer(Office.A2)),
                id(http, people.officer(Office.B)),
                id(http, people.registrar()),
                id(http, submitted.applicant()));
        for (String id : wrong) {
            submitted
                    .live()
                    .act(officer, Bodies.action("assign").put("officer", id))
                    .expectProblem(422, "validation")
                    .expectErrors("/officer unknown-value");
        }
        submitted.live().read(officer).expect(200).at("/officer").isMissing();
        submitted
                .live()
                .act(officer, Bodies.action("assign").put("officer", id(http, officer)))
                .expect(200);
    }

    @Requirement("HAND-011")
    @Test
    void hand011_movesTheCaseToAnotherUnit(Cases cases, People people) {
        Handled handled = cases.waiting();
        Officer other = people.officer(Office.A2);
        handled.live().read(other).expectProblem(404, "not-found");
        JsonNode reroute = Bodies.action("reroute").put("unit", "unit-a2");
        Answer last = handled.live().act(handled.officer(), reroute).expect(200);
        last.at("/unit").is("unit-a2");
        last.at("/status").is("registered");
        last.at("/officer").isMissing();
        last.at("/requests/0/state").is("open");
        last.at("/waitingFor").hasSize(1);
        handled.live().read(handled.officer()).expectProblem(404, "not-found");
        handled.live().read(other).expect(200).at("/unit").is("unit-a2");
        handled.live().read(people.registrar()).expect(200);
        handled.live()
                .perform(
                        handled.applicant(),
                        Bodies.answer(last.at("/requests/0/id").text()));
        handled.live()
                .act(other, Bodies.action("assign"))
                .expect(200)
                .at("/status")
                .is("in-progress");
    }

    @Requirement("HAND-011")
    @Test
    void hand011_staysWithinTheAuthority(Cases cases, People people) {
        Submitted submitted = cases.unregistered();
        for (String unit : List.of("unit-b", "unit-none")) {
            Answer answer = submitted
                    .live()
                    .act(people.officer(), Bodies.action("reroute").put("unit", unit));
            answer.expectProblem(422, "validation").at("/errors/0/pointer").is("/unit");
        }
        Answer moved = submitted
                .live()
                .act(people.registrar(), Bodies.action("reroute").put("unit", "unit-a2"))
                .expect(200);
        moved.at("/status").is("registered");
        moved.at("/registryNumber").exists();
        Timeline.of(submitted.live(), submitted.applicant()).expectTypes("submitted", "registered", "rerouted");
    }

    private static String id(Http http, TestActor actor) {
        return http.get("/me").as(actor).send().require(200).at("/id").text();
    }

    @Requirement("HAND-010")
    @Test
    void hand010_forgetsWhoHasLeft(Http http, Cases cases, People people) {
        Submitted submitted = cases.plain();
        Officer gone = people.officer();
        JsonNode assign = Bodies.action("assign").put("officer", id(http, gone));
        String token = gone.token().claim("groups", Json.array()).compact();
        http.get("/me").bearer(token).send().expect(200);
        submitted
                .live()
                .act(people.officer(), assign)
                .hint("The groups of the latest token count.")
                .expectProblem(422, "validation")
                .expectErrors("/officer unknown-value");
        http.get("/me").as(gone).send().expect(200);
        submitted.live().act(people.officer(), assign).expect(200);
    }
}
