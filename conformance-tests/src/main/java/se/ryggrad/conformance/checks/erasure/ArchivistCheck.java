package se.ryggrad.conformance.checks.erasure;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks what an archivist sees, and all that they may do. */
@ConformanceCheck
class ArchivistCheck {

    private static final String ALLOWED = "/allowedActions";

    @Requirement("ID-069")
    @Test
    void id069_readsAllCasesOfTheAuthority(Http http, Cases cases, People people, Uploads uploads) {
        Handled handled = cases.assigned(Services.PLAIN, people.officer());
        LiveCase live = handled.live();
        String document = uploads.text(handled.applicant(), "Ritning");
        ObjectNode message = Bodies.message("Se bilagan.");
        live.perform(
                handled.applicant(), message.set("documents", Json.array(Uploads.entry(document, "drawing", "a.txt"))));
        Officer archivist = people.archivist();
        Officer other = people.officerIn(Office.B.group("archivist"));
        for (String path : List.of("", "/events", "/access-log", "/export", "/documents/" + document)) {
            http.get(live.path() + path).as(archivist).send().expect(200);
            http.get(live.path() + path).as(other).send().expectProblem(404, "not-found");
        }
        String filter = "/cases?officer=" + live.text(handled.officer(), "/officer/officer");
        Pages.expectListed(http, archivist, filter, live.id());
        Pages.expectListed(http, other, filter);
        live.acting(other, Bodies.redact(document))
                .ifMatch(live.tag(archivist))
                .send()
                .expectProblem(404, "not-found");
    }

    @Requirement("ID-069")
    @Test
    void id069_readsNoMemos(Http http, Cases cases, People people) {
        Handled handled = cases.assigned();
        LiveCase live = handled.live();
        String memo = live.act(handled.officer(), Bodies.action("memo").put("text", "Utkast"))
                .require(201)
                .at("/id")
                .text();
        Officer archivist = people.archivist();
        live.read(archivist).expect(200);
        for (String path : List.of("/memos", "/memos/" + memo)) {
            http.get(live.path() + path).as(handled.officer()).send().expect(200);
            http.get(live.path() + path).as(archivist).send().expectProblem(403, "forbidden");
        }
    }

    @Requirement("ID-069")
    @Test
    void id069_redactsAndDisposesAndNoMore(Cases cases, People people) {
        Submitted submitted = cases.plain();
        LiveCase live = submitted.live();
        Officer archivist = people.archivist();
        Answer seen = live.read(archivist).expect(200);
        seen.at(ALLOWED).is(Json.array("redact"));
        ObjectNode note = Bodies.action("record-note").put("text", "Ringde.");
        ObjectNode memo = Bodies.action("memo").put("text", "Utkast");
        JsonNode assign = Bodies.action("assign");
        for (JsonNode body : List.of(Bodies.message("Hej."), note, memo, assign)) {
            live.actAfter(seen, archivist, body).expectProblem(403, "forbidden");
        }
        live.act(people.officer(), assign).expect(200);
        Handled closed = cases.closed(Services.DISPOSAL, people.officer());
        closed.live().read(archivist).expect(200).at(ALLOWED).is(Json.array("redact", "dispose"));
    }

    @Requirement("ID-069")
    @Test
    void id069_seesNoProtectedPartyWithoutTheGroup(Cases cases, People people) {
        Submitted submitted = cases.plain();
        LiveCase live = submitted.live();
        Officer archivist = people.archivist();
        Officer trusted = people.officerIn(Office.A.group("archivist"), Office.A.trusted());
        live.read(archivist).expect(200);
        people.protects(submitted.applicant(), "sekretessmarkering");
        live.read(archivist).expectProblem(404, "not-found");
        live.events(archivist).expectProblem(404, "not-found");
        live.read(trusted).expect(200).at(ALLOWED).contains("redact");
        people.frees(submitted.applicant());
        live.read(archivist).expect(200);
    }

    @Requirement("ID-069")
    @Test
    void id069_doesNotSeeTheirOwnCase(Cases cases, People people) {
        Submitted submitted = cases.plain();
        Officer archivist = people.archivist();
        submitted.live().read(archivist.who(people.person())).expect(200);
        submitted.live().read(archivist.who(submitted.applicant())).expectProblem(404, "not-found");
    }
}
