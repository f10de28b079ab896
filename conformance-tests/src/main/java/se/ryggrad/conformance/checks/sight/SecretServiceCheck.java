package se.ryggrad.conformance.checks.sight;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.contract.Contract;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.target.Target;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks that a case of a service that names secrecy is none for a contact centre. */
@ConformanceCheck
class SecretServiceCheck {

    private static final String GROUND = "Offentlighets- och sekretesslagen (2009:400) 26 kap. 1 §";

    @Requirement("ID-073")
    @Test
    void id073_doesNotExistForAContactCentre(Http http, People people, Cases cases, Uploads uploads) {
        Person person = people.person();
        LiveCase secret = cases.submitted(person, Services.SECRET).live();
        LiveCase plain = cases.plain(person).live();
        Officer centre = people.contactCentre();
        Officer officer = people.officer();
        String memo = secret.act(officer, Bodies.action("memo").put("text", "Utkast"))
                .require(201)
                .at("/id")
                .text();
        String document = uploads.text(person, "Intyg");
        secret.perform(
                person,
                Bodies.message("Se bilagan.").set("documents", Json.array(Uploads.entry(document, "any", "a.txt"))));
        for (String below : List.of(
                "", "/events", "/export", "/access-log", "/documents/" + document, "/memos", "/memos/" + memo)) {
            http.get(secret.path() + below).as(officer).send().expect(200);
            http.get(secret.path() + below).as(centre).send().expectProblem(404, "not-found");
        }
        secret.acting(centre, Bodies.message("Hej.")).send().expectProblem(404, "not-found");
        plain.acting(centre, Bodies.message("Hej.")).send().require(200);
        Searches.expectFound(centre, Searches.of(person), "conformance-secret names secrecy.", http, plain);
        Searches.expectFound(officer, Searches.of(person), "An officer of the unit reads both.", http, secret, plain);
    }

    @Requirement("ID-073")
    @Test
    void id073_isHandedInAndSeenNoMore(Http http, People people, Cases cases) {
        Officer centre = people.contactCentre();
        String key = UUID.randomUUID().toString();
        JsonNode body = Papers.of(Services.SECRET, Papers.party("applicant", people.person()));
        Answer created =
                http.post("/cases").as(centre).key(key).json(body).send().require(201);
        created.at("/limited").is(true);
        LiveCase live = new LiveCase(http, created.at("/id").text(), created);
        live.read(people.officer()).expect(200).at("/form/subject").exists();
        live.read(centre).expectProblem(404, "not-found");
        http.post("/cases")
                .as(centre)
                .key(key)
                .json(body)
                .send()
                .hint("The same key again shows a contact centre no case that it may not read.")
                .expectProblem(404, "not-found");
    }

    @Requirement("ID-073")
    @Test
    void id073_goesByTheVersionOfTheCase(Http http, People people, Cases cases, Nonces nonces, Target target) {
        if (!target.offers("catalogue-import").orElse(false)) {
            return;
        }
        Officer admin = people.serviceAdmin();
        Officer centre = people.contactCentre();
        ObjectNode definition = Contract.service(Services.PLAIN).put("id", "conformance-" + nonces.word());
        publish(http, admin, definition.put("version", "1.0.0").set("secrecy", Json.array()));
        JsonNode body = Json.object(
                "service",
                Json.object("id", definition.path("id").asString("")),
                "form",
                Json.object("subject", "Före och efter"));
        LiveCase before = cases.create(people.person(), body);
        publish(http, admin, definition.put("version", "1.1.0").set("secrecy", Json.array(GROUND)));
        LiveCase after = cases.create(people.person(), body);
        after.read(centre)
                .hint("The version that this case began with names secrecy.")
                .expectProblem(404, "not-found");
        before.read(centre)
                .hint("The version that this case began with names none.")
                .expect(200);
    }

    private static void publish(Http http, Officer admin, JsonNode definition) {
        http.put("/services/" + definition.path("id").asString())
                .as(admin)
                .json(definition)
                .send()
                .require(200, 201);
    }
}
