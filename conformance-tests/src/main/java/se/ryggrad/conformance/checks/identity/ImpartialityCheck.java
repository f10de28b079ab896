package se.ryggrad.conformance.checks.identity;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks that officers keep out of cases of their own. */
@ConformanceCheck
class ImpartialityCheck {

    @Requirement("ID-040")
    @Test
    void id040_anOfficerDoesNotActOnTheirOwnCase(People people, Cases cases) {
        Submitted submitted = cases.plain();
        LiveCase live = submitted.live();
        Officer officer = people.officer();
        for (JsonNode body : List.of(Bodies.message("hej"), Bodies.action("assign"))) {
            live.acting(officer.who(submitted.applicant()), body)
                    .ifMatch(live.tag(officer))
                    .send()
                    .hint("The token of this officer holds the identity number of the applicant.")
                    .expectProblem(403, "forbidden");
        }
        live.act(officer.who(people.person()), Bodies.action("assign")).expect(200);
    }

    @Requirement("ID-040")
    @Test
    void id040_anOfficerDoesNotBeginTheirOwnCase(People people, Cases cases) {
        Person person = people.person();
        Officer registrar = people.registrar().who(person);
        Officer officer = people.officer().who(person);
        cases.send(registrar, body(Services.PAPER, person)).expectProblem(403, "forbidden");
        cases.send(officer, opening(person)).expectProblem(403, "forbidden");
        cases.send(registrar, body(Services.PAPER, people.person())).expect(201);
        cases.send(officer, opening(people.person())).expect(201);
    }

    @Requirement("ID-041")
    @Test
    void id041_anOfficerDoesNotSeeTheirOwnCase(Http http, People people, Cases cases) {
        Submitted submitted = cases.plain();
        LiveCase live = submitted.live();
        String since = live.created().at("/updatedAt").text();
        for (Officer officer : List.of(people.officer(), people.registrar())) {
            Officer partial = officer.who(submitted.applicant());
            Officer impartial = officer.who(people.person());
            live.read(partial).expectProblem(404, "not-found");
            live.events(partial).expectProblem(404, "not-found");
            live.read(impartial).expect(200);
            expectListed(list(http, partial, since), live.id(), false);
            expectListed(list(http, impartial, since), live.id(), true);
        }
    }

    private static Answer list(Http http, Officer officer, String since) {
        return http.get("/cases")
                .as(officer)
                .query("limit", 100)
                .query("updatedSince", since)
                .send()
                .expect(200);
    }

    private static void expectListed(Answer answer, String id, boolean listed) {
        boolean there = answer.at("/items").items().stream()
                .anyMatch(item -> item.at("/id").text().equals(id));
        if (there != listed) {
            answer.fail(
                    listed ? "the case in the list" : "the case not in the list", listed ? "not" : "there", "/items");
        }
    }

    private static ObjectNode opening(Person person) {
        return body(Services.AUTHORITY, person).put("initiatedBy", "authority");
    }

    private static ObjectNode body(Services service, Person person) {
        JsonNode identity =
                Json.object("scheme", "personnummer", "value", person.number().digits());
        JsonNode party = Json.object("role", "subject", "identity", identity, "name", person.name());
        return Bodies.newCase(service, Json.object("subject", "x", "reference", "P 17"))
                .set("parties", Json.array(party));
    }
}
