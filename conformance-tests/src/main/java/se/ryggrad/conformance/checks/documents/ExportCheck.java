package se.ryggrad.conformance.checks.documents;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Contract;
import se.ryggrad.conformance.contract.Schemas;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Exported;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.TestActor;
import se.ryggrad.conformance.wire.Octets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks that a case can be taken out whole. */
@ConformanceCheck
class ExportCheck {

    @Requirement("CASE-045")
    @Test
    void case045_holdsTheWholeCase(Http http, Cases cases, People people, Uploads uploads) {
        Person person = people.person();
        Octets text = Octets.of("Bilaga med åäö");
        String textId = uploads.text(person, text.text());
        String pdfId = uploads.pdf(person);
        JsonNode entries = Json.array(
                Uploads.entry(textId, "drawing", "../../etc/passwd"), Uploads.entry(pdfId, "drawing", "b.pdf"));
        JsonNode body = Bodies.newCase(Services.PLAIN, "Utlämnas").set("documents", entries);
        LiveCase live = cases.create(person, body);
        Officer officer = people.officer();
        live.perform(officer, Bodies.action("assign")).perform(person, Bodies.message("Hej."));
        Answer answer = http.get(live.path() + "/export").as(officer).send().expect(200);
        answer.expectHeader("Content-Type", "application/zip");
        Exported exported = Exported.of(answer);
        Set<String> names = Set.of("case.json", "documents/" + textId + ".txt", "documents/" + pdfId + ".pdf");
        if (!exported.files().keySet().equals(names)) {
            answer.fail("the files " + names, exported.files().keySet().toString(), null);
        }
        expectSame(answer, text, exported.file("documents/" + textId + ".txt"));
        expectSame(answer, Uploads.pdf(), exported.file("documents/" + pdfId + ".pdf"));
        expectAgrees(exported.json(), live, officer, person);
    }

    private static void expectAgrees(JsonNode exported, LiveCase live, Officer officer, Person person) {
        List<String> faults = Schemas.faults(exported, "case");
        if (!faults.isEmpty()) {
            throw ConformanceFailure.of("case.json after the schema case", String.join("; ", faults));
        }
        ObjectNode seen = (ObjectNode) live.read(officer).expect(200).json().deepCopy();
        seen.remove("allowedActions");
        for (String member : seen.propertyNames()) {
            expectEqual(
                    "/case/" + member, seen.path(member), exported.path("case").path(member));
        }
        expectEqual("/case", seen, exported.path("case"));
        expectEqual(
                "/case/parties/0/identity/value",
                Json.value(person.number().digits()),
                exported.at("/case/parties/0/identity/value"));
        List<Part> events = Timeline.of(live, officer).expectSound().events();
        expectEqual(
                "the number of events",
                Json.value(events.size()),
                Json.value(exported.path("events").size()));
        for (int i = 0; i < events.size(); i++) {
            for (String member : List.of("id", "sequence", "content", "salt", "hash")) {
                String pointer = "/events/" + i + "/" + member;
                expectEqual(pointer, events.get(i).node().path(member), exported.at(pointer));
            }
        }
    }

    @Requirement("CASE-046")
    @Test
    void case046_isForTheAuthority(Http http, Cases cases, People people) {
        Handled handled = cases.assigned();
        String path = handled.live().path() + "/export";
        for (TestActor may :
                List.of(handled.officer(), people.officer(), people.registrar(), people.system("cases:read"))) {
            http.get(path).as(may).send().expect(200);
        }
        http.get(path).as(handled.applicant()).send().expectProblem(403, "forbidden");
        http.get(path).as(people.person()).send().expectProblem(403, "forbidden");
        http.get(path).as(people.system("cases:register", "events:read")).send().expectProblem(403, "forbidden");
        for (TestActor other : List.of(
                people.officer(Office.A2),
                people.officer(Office.B),
                people.registrar(Office.B),
                people.systemOfB("cases:read"))) {
            http.get(path).as(other).send().expectProblem(404, "not-found");
        }
        http.get(path).send().expect(401);
    }

    private static void expectSame(Answer answer, Octets expected, Octets actual) {
        if (!expected.equals(actual)) {
            answer.fail("the document with SHA-256 " + expected.sha256(), actual.sha256(), null);
        }
    }

    private static void expectEqual(String where, JsonNode expected, JsonNode actual) {
        if (!Contract.same(expected, actual)) {
            throw ConformanceFailure.of(Json.write(expected) + " at " + where, Json.write(actual));
        }
    }

    @Requirement("CASE-046")
    @Test
    void case046_isNotForAUnitThatIsAsked(Http http, Cases cases, People people) {
        Handled handled = cases.assigned();
        Officer asked = people.officer(Office.A2);
        JsonNode request = Bodies.request("").put("kind", "opinion").set("addressee", Json.object("unit", "unit-a2"));
        handled.live().perform(handled.officer(), request);
        handled.live().read(asked).expect(200);
        http.get(handled.live().path() + "/export").as(asked).send().expectProblem(403, "forbidden");
        http.get(handled.live().path() + "/export").as(handled.officer()).send().expect(200);
    }

    @Requirement("CASE-045")
    @Test
    void case045_holdsEveryEventHoweverMany(Http http, Cases cases, People people) {
        Submitted submitted = cases.plain();
        for (int i = 0; i < 20; i++) {
            submitted
                    .live()
                    .acting(submitted.applicant(), Bodies.message("Nummer " + i))
                    .send()
                    .require(200);
        }
        Officer officer = people.officer();
        Answer answer =
                http.get(submitted.live().path() + "/export").as(officer).send().expect(200);
        JsonNode exported = Exported.of(answer).json();
        expectEqual(
                "the number of events",
                Json.value(22),
                Json.value(exported.path("events").size()));
    }

    @Requirement("CASE-045")
    @Test
    void case045_holdsWhatWasAskedDecidedAndAppealed(Http http, Cases cases) {
        Handled handled = cases.waiting();
        LiveCase live = handled.live();
        Officer officer = handled.officer();
        ObjectNode secret = Bodies.action("record-note").put("text", "Bara för handläggare.");
        secret.set("audience", Json.object("to", "officers"));
        secret.set("secrecy", Json.array(Json.object("provision", "OSL 26 kap. 1 §")));
        live.perform(officer, secret).perform(officer, Bodies.approve());
        live.perform(officer, Bodies.notifyDecision(handled.decision(), handled.party()));
        ObjectNode appeal = Bodies.action("appeal").put("decision", handled.decision());
        live.perform(handled.applicant(), appeal.put("text", "Jag överklagar."));
        Answer answer = http.get(live.path() + "/export").as(officer).send().expect(200);
        JsonNode exported = Exported.of(answer).json();
        expectAgrees(exported, live, officer, handled.applicant());
        for (String part : List.of("requests", "decisions", "appeals")) {
            expectEqual(
                    "the number of " + part,
                    Json.value(1),
                    Json.value(exported.path("case").path(part).size()));
        }
    }

    @Requirement("CORE-020")
    @Test
    void core020_tellsWhenTheCaseWasExported(Http http, Cases cases) {
        Handled handled = cases.assigned();
        Answer answer = http.get(handled.live().path() + "/export")
                .as(handled.officer())
                .send()
                .require(200);
        String told = Exported.of(answer).json().path("exportedAt").asString("");
        if (!told.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z")) {
            throw ConformanceFailure.of("exportedAt in UTC with three decimals", told);
        }
    }

    @Requirement("CASE-045")
    @Test
    void case045_holdsWhatTheAuthoritySent(Http http, Cases cases, Uploads uploads) {
        Handled handled = cases.assigned();
        Octets text = Octets.of("Skrivelse");
        String id = uploads.text(handled.officer(), text.text());
        ObjectNode message = Bodies.message("Se bilagan.");
        message.set("documents", Json.array(Uploads.entry(id, "note", "a.txt")));
        Answer acted = handled.live().act(handled.officer(), message).expect(200);
        acted.at("/documents/0/direction").is("out");
        Answer answer = http.get(handled.live().path() + "/export")
                .as(handled.officer())
                .send()
                .expect(200);
        expectSame(answer, text, Exported.of(answer).file("documents/" + id + ".txt"));
    }
}
