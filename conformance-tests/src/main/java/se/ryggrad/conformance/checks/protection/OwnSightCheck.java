package se.ryggrad.conformance.checks.protection;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.representation.Conduct;
import tools.jackson.databind.node.ObjectNode;

/** Checks that whoever is protected sees their own case whole and acts on it. */
@ConformanceCheck
class OwnSightCheck {

    @Requirement("ID-061")
    @Test
    void id061_seesTheirOwnCaseWhole(Http http, People people, Cases cases, Uploads uploads, Nonces nonces) {
        Scene scene = Scene.begin(people, cases, uploads, nonces);
        List<String> paths =
                List.of(scene.live().path(), scene.live().path() + "/events", scene.documentPath(), "/cases");
        List<Answer> before = read(http, paths, scene.applicant());
        people.protects(scene.applicant(), Scene.MARKED);
        scene.live().read(scene.other()).expect(200).at("/form/street").isMissing();
        List<Answer> after = read(http, paths, scene.applicant());
        for (int i = 0; i < paths.size(); i++) {
            if (!before.get(i).body().equals(after.get(i).body())) {
                after.get(i).fail("the same octets as before the protection", "others", null);
            }
        }
        scene.live()
                .act(scene.applicant(), Bodies.message("Hej."))
                .expect(200)
                .at("/form")
                .is(scene.form());
        people.asked(scene.applicant(), Conduct.FAILS);
        scene.live()
                .read(scene.applicant())
                .hint("The registry answers about the other party, and is silent about whoever asks.")
                .expect(200)
                .at("/form")
                .is(scene.form());
    }

    private static List<Answer> read(Http http, List<String> paths, Person reader) {
        return paths.stream()
                .map(path -> http.get(path).as(reader).send().expect(200))
                .toList();
    }

    @Requirement("ID-061")
    @Test
    void id061_alsoWhileTheRegistryIsSilent(Http http, People people, Cases cases, Uploads uploads, Nonces nonces) {
        Canaries canaries = new Canaries(nonces);
        Person person = people.person();
        ObjectNode body = body(person, canaries, uploads);
        LiveCase live = cases.create(person, body);
        live.read(people.trusted(Office.A)).require(200);
        for (String protection : List.of("", Scene.MARKED)) {
            protect(people, person, protection);
            people.asked(person, Conduct.FAILS);
            live.read(people.officer()).require(404);
            Answer seen = live.read(person).expect(200);
            seen.at("/form").is(body.path("form"));
            seen.at("/documents").hasSize(1);
            http.get(live.path() + "/documents/" + body.at("/documents/0/id").asString(""))
                    .as(person)
                    .send()
                    .expect(200);
            Canaries.expectAll(live.events(person).expect(200), canaries.contacts());
            live.act(person, Bodies.message("Hej.")).expect(200).at("/form").is(body.path("form"));
            cases.send(person, Bodies.newCase(Services.CONTACT, "Ännu ett")).expect(201);
            people.asked(person, Conduct.ANSWERS);
        }
        if (Pages.find(Pages.all(http, "/cases", person), live.id()).isEmpty()) {
            live.read(person).fail("the case in the person's own list", "not there", null);
        }
    }

    private static void protect(People people, Person person, String protection) {
        if (!protection.isEmpty()) {
            people.protects(person, protection);
        }
    }

    private static ObjectNode body(Person person, Canaries canaries, Uploads uploads) {
        String document = uploads.text(person, canaries.file());
        ObjectNode body = Bodies.newCase(Services.CONTACT, canaries.form(false));
        return body.set("documents", Json.array(Uploads.entry(document, "any", canaries.file() + ".txt")));
    }
}
