package se.ryggrad.conformance.checks.sight;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import tools.jackson.databind.node.ObjectNode;

/** Checks which parts of a case, and which lists, are none of a contact centre's. */
@ConformanceCheck
class ClosedPartsCheck {

    @Requirement("ID-074")
    @Test
    void id074_opensTheCaseAndNothingBelowIt(Http http, People people, Cases cases, Uploads uploads) {
        Handled handled = cases.assigned();
        LiveCase live = handled.live();
        String document = uploads.text(handled.applicant(), "Ritning");
        ObjectNode message = Bodies.message("Se bilagan.");
        live.perform(
                handled.applicant(), message.set("documents", Json.array(Uploads.entry(document, "drawing", "a.txt"))));
        String memo = live.act(handled.officer(), Bodies.action("memo").put("text", "Utkast"))
                .require(201)
                .at("/id")
                .text();
        Officer centre = people.contactCentre();
        Officer other = people.contactCentre(Office.B);
        live.read(centre).expect(200);
        for (String below :
                List.of("/events", "/documents/" + document, "/export", "/access-log", "/memos", "/memos/" + memo)) {
            http.get(live.path() + below).as(handled.officer()).send().expect(200);
            http.get(live.path() + below)
                    .as(centre)
                    .send()
                    .hint("The contact centre reads the case itself.")
                    .expectProblem(403, "forbidden");
            http.get(live.path() + below)
                    .as(other)
                    .send()
                    .hint("The contact centre of another authority does not read the case.")
                    .expectProblem(404, "not-found");
        }
    }

    @Requirement("ID-074")
    @Test
    void id074_listsNothing(Http http, People people, Cases cases) {
        Officer centre = people.contactCentre();
        cases.plain().live().read(centre).expect(200);
        Pages.expectListed(http, centre, "/cases");
    }
}
