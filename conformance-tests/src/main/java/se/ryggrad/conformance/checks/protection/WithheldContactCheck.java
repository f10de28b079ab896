package se.ryggrad.conformance.checks.protection;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.contract.Readings;
import se.ryggrad.conformance.contract.Schemas;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Feed;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Representatives;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Call;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.Proxy;
import se.ryggrad.conformance.people.SystemClient;
import se.ryggrad.conformance.representation.Representation;
import se.ryggrad.conformance.target.Target;
import tools.jackson.databind.node.ObjectNode;

/** Checks what is left of a case with a protected party for everybody but that party and those who are trusted. */
@ConformanceCheck
class WithheldContactCheck {

    @Requirement("ID-058")
    @Test
    void id058_isWithheldFromAnotherParty(Http http, People people, Cases cases, Uploads uploads, Nonces nonces) {
        Scene scene = Scene.begin(people, cases, uploads, nonces);
        String sent = scene.send(uploads);
        scene.requireOpen(scene.other());
        people.protects(scene.applicant(), "skyddad-folkbokforing");
        scene.expectReduced(scene.other(), scene.applicant());
        Answer seen = scene.live().read(scene.other()).expect(200);
        Schemas.expect(seen, "case-view");
        seen.at("/documents").hasSize(1).at("/0/id").is(sent);
        Scene.party(seen, "applicant").at("/name").isMissing();
        Scene.party(seen, "co-applicant").at("/name").is(scene.other().name());
        http.get(scene.live().path() + "/documents/" + sent)
                .as(scene.other())
                .send()
                .expect(200);
        expectSwept(http, scene, scene.other(), scene.applicant());
    }

    @Requirement("ID-058")
    @Test
    void id058_isWithheldFromThePartyWhoBroughtIt(
            Http http, People people, Cases cases, Uploads uploads, Nonces nonces) {
        Scene scene = Scene.begin(people, cases, uploads, nonces);
        scene.requireOpen(scene.applicant());
        people.protects(scene.other(), Scene.MARKED);
        scene.expectReduced(scene.applicant(), scene.other());
        expectSwept(http, scene, scene.applicant(), scene.other());
        ObjectNode body = Bodies.newCase(Services.CONTACT, scene.canaries().form(false));
        body.set("parties", Json.array(Papers.party("co-applicant", scene.other())));
        LiveCase begun = cases.create(scene.applicant(), body);
        Canaries.expectNone(begun.created(), scene.canaries().contacts());
    }

    @Requirement("ID-058")
    @Test
    void id058_isWithheldFromARepresentative(
            Http http, People people, Cases cases, Uploads uploads, Nonces nonces, Representatives representatives) {
        Scene scene = Scene.begin(people, cases, uploads, nonces);
        Proxy holder = representatives.of(scene.applicant());
        Proxy guardian = representatives.by(Representation.of("guardian", people.registered(scene.applicant())));
        for (Proxy each : List.of(holder, guardian)) {
            scene.requireOpen(each);
        }
        people.protects(scene.applicant(), "fingerade-personuppgifter");
        for (Proxy each : List.of(holder, guardian)) {
            scene.expectReduced(each, scene.applicant());
            expectSwept(http, scene, each, scene.applicant());
        }
    }

    @Requirement("ID-058")
    @Test
    void id058_isWithheldFromASystem(
            Http http, Target target, People people, Cases cases, Uploads uploads, Nonces nonces) {
        SystemClient system = people.system("cases:read", "cases:register", "events:read");
        Feed feed = new Feed(http, system, target).toEnd();
        Scene scene = Scene.begin(people, cases, uploads, nonces);
        scene.requireOpen(system);
        people.protects(scene.applicant(), Scene.MARKED);
        scene.live().perform(scene.applicant(), Bodies.message("Hej."));
        scene.expectReduced(system, scene.applicant());
        expectSwept(http, scene, system, scene.applicant());
        Answer told = feed.answer();
        Canaries.expectNone(told, all(scene, scene.applicant()));
    }

    @Requirement("ID-058")
    @Test
    void id058_isWithheldWhetherOrNotTheBranchApplied(People people, Cases cases, Nonces nonces) {
        Canaries canaries = new Canaries(nonces);
        for (boolean visit : List.of(true, false)) {
            Person applicant = people.person();
            Person other = people.person();
            ObjectNode form = canaries.form(visit);
            LiveCase live = cases.create(
                    people.registrar(),
                    Papers.of(
                                    Services.CONTACT,
                                    Papers.party("applicant", applicant),
                                    Papers.party("co-applicant", other))
                            .set("form", form));
            live.read(other).expect(200).at("/form").is(form);
            people.protects(applicant, Scene.MARKED);
            live.read(other).expect(200).at("/form").is(Canaries.withheld(form));
        }
    }

    @Requirement("ID-058")
    @Test
    void id058_isWithheldWhenAnAnswerIsGivenAgain(Http http, People people, Cases cases, Nonces nonces) {
        Canaries canaries = new Canaries(nonces);
        Person applicant = people.person();
        Person other = people.person();
        String key = UUID.randomUUID().toString();
        ObjectNode body = Bodies.newCase(Services.CONTACT, canaries.form(false));
        body.set("parties", Json.array(Papers.party("co-applicant", other)));
        Call begin = http.post("/cases").as(applicant).key(key).json(body);
        Answer begun = begin.send().require(201);
        String path = "/cases/" + begun.at("/id").text() + "/actions";
        Call act = http.post(path).as(other).key(key).json(Bodies.message("Hej."));
        for (Answer first : List.of(begun, act.send().require(200))) {
            Canaries.expectAll(first, canaries.contacts());
        }
        people.protects(applicant, Scene.MARKED);
        people.protects(other, Scene.MARKED);
        for (Answer again : List.of(begin.send().expect(201), act.send().expect(200))) {
            Canaries.expectNone(again, canaries.contacts());
        }
    }

    @Requirement("CASE-083")
    @Test
    void case083_namesNoDocumentThatIsWithheldForAProtectedParty(
            Http http, People people, Cases cases, Uploads uploads, Nonces nonces) {
        Scene scene = Scene.begin(people, cases, uploads, nonces);
        Readings log = Readings.of(scene.live(), scene.other());
        http.get(scene.documentPath()).as(scene.trusted()).send().require(200);
        log.require("document officer").get(0).at("/document").is(scene.document());
        people.protects(scene.applicant(), Scene.MARKED);
        log.whole().forEach(reading -> reading.at("/document").isMissing());
        http.get(scene.documentPath()).as(scene.trusted()).send().require(200);
        log.require("document officer").get(0).at("/document").isMissing();
    }

    /** Searches what else a reader can get: the list, who has read, a fault. */
    private static void expectSwept(Http http, Scene scene, Credential reader, Person hidden) {
        String path = scene.live().path();
        List<Answer> answers = List.of(
                http.get("/cases").as(reader).query("limit", 100).send().expect(200),
                http.get(path + "/access-log").as(reader).send().expect(200),
                scene.live().acting(reader, Bodies.action("decide")).send().expect(403, 428));
        answers.forEach(answer -> Canaries.expectNone(answer, all(scene, hidden)));
    }

    private static List<String> all(Scene scene, Person hidden) {
        return Stream.concat(scene.canaries().secrets().stream(), Stream.of(hidden.name()))
                .toList();
    }
}
