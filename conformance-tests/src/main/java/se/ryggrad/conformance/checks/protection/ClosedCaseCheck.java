package se.ryggrad.conformance.checks.protection;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks that a case with a protected party exists only for officers and registrars who are trusted with it. */
@ConformanceCheck
class ClosedCaseCheck {

    @Requirement("ID-057")
    @Test
    void id057_isNotFoundAtAnyOperation(Http http, People people, Cases cases, Uploads uploads, Nonces nonces) {
        Scene scene = Scene.begin(people, cases, uploads, nonces);
        String memo = scene.live()
                .act(scene.trusted(), Bodies.action("memo").put("text", "Utkast"))
                .require(201)
                .at("/id")
                .text();
        String sent = scene.send(uploads);
        List<String> paths = List.of(
                "",
                "/events",
                "/access-log",
                "/export",
                "/documents/" + scene.document(),
                "/documents/" + sent,
                "/memos",
                "/memos/" + memo);
        Officer officer = people.officer();
        for (String path : paths) {
            http.get(scene.live().path() + path).as(officer).send().expect(200);
        }
        people.protects(scene.applicant(), Scene.MARKED);
        for (String path : paths) {
            Answer refused =
                    http.get(scene.live().path() + path).as(officer).send().expectProblem(404, "not-found");
            Canaries.expectNone(refused, scene.canaries().secrets());
            http.get(scene.live().path() + path).as(scene.trusted()).send().expect(200);
        }
        scene.live().acting(officer, Bodies.message("Hej.")).send().expectProblem(404, "not-found");
        scene.live()
                .acting(officer, Bodies.action("assign"))
                .ifMatch(scene.live().tag(scene.trusted()))
                .send()
                .expectProblem(404, "not-found");
        scene.live().act(scene.trusted(), Bodies.message("Hej.")).expect(200);
    }

    @Requirement("ID-057")
    @Test
    void id057_isClosedToWhoeverIsNotInTheGroup(Http http, People people, Cases cases, Uploads uploads, Nonces nonces) {
        Scene scene = Scene.begin(people, cases, uploads, nonces);
        LiveCase live = scene.live();
        Officer asked = people.officer(Office.A2);
        ObjectNode request = Bodies.request("").put("kind", "opinion").set("addressee", Json.object("unit", "unit-a2"));
        live.perform(scene.trusted(), request);
        Officer trustedAsked = people.trusted(Office.A2);
        Officer registrar = people.registrar();
        Officer trustedRegistrar = people.officerIn(Office.A.group("registrar"), Office.A.trusted());
        Officer elsewhere = people.officerIn(Office.A.caseOfficers(), Office.A.colleagues(), Office.B.trusted());
        List<Officer> plain = List.of(people.officer(), registrar, asked, elsewhere);
        List<Officer> trusted = List.of(scene.trusted(), trustedRegistrar, trustedAsked, people.trusted(Office.A));
        List<String> paths =
                List.of(live.path(), live.path() + "/events", live.path() + "/access-log", scene.documentPath());
        plain.forEach(
                each -> paths.forEach(path -> http.get(path).as(each).send().expect(200)));
        people.protects(scene.applicant(), Scene.MARKED);
        for (Officer each : plain) {
            paths.forEach(path -> http.get(path).as(each).send().expectProblem(404, "not-found"));
            live.acting(each, Bodies.message("Hej.")).send().expectProblem(404, "not-found");
        }
        for (Officer each : trusted) {
            live.read(each).expect(200).at("/form").is(scene.form());
        }
        Officer alone = people.officerIn(Office.A.trusted());
        live.read(alone)
                .hint("The group is one beside those of case officers and registrars.")
                .expectProblem(404, "not-found");
    }

    @Requirement("ID-057")
    @Test
    void id057_isClosedToAContactCentre(Http http, People people, Cases cases, Uploads uploads, Nonces nonces) {
        Scene scene = Scene.begin(people, cases, uploads, nonces);
        LiveCase live = scene.live();
        Officer centre = people.contactCentre();
        Officer trusted = people.officerIn(Office.A.group("contact-centre"), Office.A.trusted());
        Officer elsewhere = people.officerIn(Office.A.group("contact-centre"), Office.B.trusted());
        List<Officer> all = List.of(centre, trusted, elsewhere);
        all.forEach(each -> live.read(each).expect(200));
        people.protects(scene.applicant(), Scene.MARKED);
        for (Officer each : List.of(centre, elsewhere)) {
            for (String below : List.of("", "/events", "/access-log", "/memos", "/documents/" + scene.document())) {
                Answer refused = http.get(live.path() + below).as(each).send().expectProblem(404, "not-found");
                Canaries.expectNone(refused, scene.canaries().secrets());
            }
            live.acting(each, Bodies.message("Hej.")).send().expectProblem(404, "not-found");
        }
        live.read(trusted)
                .hint("This one of the contact centre is in protected-identity too.")
                .expect(200);
        live.acting(trusted, Bodies.message("Hej.")).send().expect(200);
    }

    @Requirement("ID-057")
    @Test
    void id057_isClosedToTheAssignedOfficerToo(People people, Cases cases) {
        Handled handled = cases.assigned(Services.CONTACT);
        handled.live().perform(handled.officer(), Bodies.message("Hej."));
        people.protects(handled.applicant(), Scene.MARKED);
        handled.live().read(handled.officer()).expectProblem(404, "not-found");
        handled.live().read(people.trusted(Office.A)).expect(200);
        people.frees(handled.applicant());
        handled.live().read(handled.officer()).expect(200);
    }

    @Requirement("ID-057")
    @Test
    void id057_isMissingFromListsAndTotal(Http http, People people, Cases cases, Uploads uploads, Nonces nonces) {
        Scene scene = Scene.begin(people, cases, uploads, nonces);
        String filter = "/cases?officer=" + scene.live().text(scene.trusted(), "/officer/officer");
        String id = scene.live().id();
        Officer trustedRegistrar = people.officerIn(Office.A.group("registrar"), Office.A.trusted());
        List<Officer> plain = List.of(people.officer(), people.registrar());
        List<Officer> trusted = List.of(scene.trusted(), people.trusted(Office.A), trustedRegistrar);
        for (Officer each : plain) {
            Pages.expectListed(http, each, filter, id);
        }
        people.protects(scene.applicant(), Scene.MARKED);
        scene.live().read(scene.trusted()).require(200);
        for (Officer each : plain) {
            Pages.expectListed(http, each, filter);
        }
        for (Officer each : trusted) {
            Pages.expectListed(http, each, filter, id);
        }
        people.frees(scene.applicant());
        scene.live().read(scene.trusted()).require(200);
        Pages.expectListed(http, plain.get(0), filter, id);
    }

    @Requirement("ID-057")
    @Test
    void id057_isClosedToTheRegistrarWhoBeganIt(People people, Cases cases, Nonces nonces) {
        Canaries canaries = new Canaries(nonces);
        Person known = Scene.named(people, canaries);
        Person hidden = Scene.named(people, canaries);
        people.protects(hidden, Scene.MARKED);
        Officer registrar = people.registrar();
        LiveCase open = cases.create(registrar, paper(canaries, known));
        open.created().at("/form/street").exists();
        open.read(registrar).expect(200);
        LiveCase closed = cases.create(registrar, paper(canaries, hidden));
        closed.created().at("/form/street").isMissing();
        closed.read(registrar).expectProblem(404, "not-found");
        closed.read(people.trusted(Office.A)).expect(200).at("/form/street").exists();
    }

    @Requirement("ID-056")
    @Test
    void id056_asksWhenACaseGetsAParty(People people, Cases cases, Nonces nonces) {
        Person newcomer = people.person();
        ObjectNode form = new Canaries(nonces).form(false);
        LiveCase live = cases.create(people.person(), Bodies.newCase(Services.CONTACT, form));
        Officer officer = people.officer();
        live.read(officer).expect(200).at("/form/street").exists();
        people.protects(newcomer, Scene.MARKED);
        JsonNode add = Bodies.action("add-party").set("party", Papers.party("concerned", newcomer));
        Answer added = live.act(officer, add).expect(200);
        added.at("/form/street").isMissing();
        live.read(officer).expectProblem(404, "not-found");
        live.read(people.trusted(Office.A)).expect(200).at("/parties").hasSize(2);
    }

    private static ObjectNode paper(Canaries canaries, Person applicant) {
        return Papers.of(Services.CONTACT, Papers.party("applicant", applicant)).set("form", canaries.form(true));
    }
}
