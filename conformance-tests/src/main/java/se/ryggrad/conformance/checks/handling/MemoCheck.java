package se.ryggrad.conformance.checks.handling;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks that working papers stay outside the file until the case ends. */
@ConformanceCheck
class MemoCheck {

    @Requirement("HAND-026")
    @Test
    void hand026_changesNothingThatAPartySees(Http http, Cases cases, Nonces nonces) {
        Handled handled = cases.assigned();
        List<Answer> before = seen(http, handled);
        Answer written = memo(handled, "Utkast " + nonces.word());
        String location = written.expectHeader("Location");
        String id = written.at("/id").text();
        String path = handled.live().path() + "/memos/" + id;
        if (!URI.create(http.base() + path).resolve(location).toString().equals(http.base() + path)) {
            written.fail("Location " + http.base() + path, location, null);
        }
        http.get(path)
                .as(handled.officer())
                .send()
                .expect(200)
                .at("/text")
                .is(written.at("/text").node());
        List<Answer> after = seen(http, handled);
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).body().equals(after.get(i).body())) {
                after.get(i).fail("the same octets as before the memo", "others", null);
            }
            if (!before.get(i).header("ETag").equals(after.get(i).header("ETag"))) {
                after.get(i).fail("the same ETag as before the memo", "another", null);
            }
        }
        Timeline.of(handled.live(), handled.officer()).expectTypes("submitted", "registered", "assigned");
    }

    private static List<Answer> seen(Http http, Handled handled) {
        Person person = handled.applicant();
        return List.of(
                handled.live().read(person).expect(200),
                handled.live().read(handled.officer()).expect(200),
                handled.live().events(person).expect(200),
                http.get("/cases").as(person).query("count", true).send().expect(200));
    }

    @Requirement("HAND-027")
    @Test
    void hand027_isReadByTheOfficersAlone(Http http, Cases cases, People people) {
        Handled handled = cases.assigned();
        String id = memo(handled, "Utkast").at("/id").text();
        String list = handled.live().path() + "/memos";
        for (Officer officer : List.of(handled.officer(), people.officer())) {
            http.get(list)
                    .as(officer)
                    .send()
                    .expect(200)
                    .at("/items")
                    .hasSize(1)
                    .at("/0/id")
                    .is(id);
        }
        for (String path : List.of(list, list + "/" + id)) {
            http.get(path).as(handled.applicant()).send().expectProblem(403, "forbidden");
            http.get(path).as(people.registrar()).send().expectProblem(403, "forbidden");
            http.get(path)
                    .as(people.system("cases:read", "cases:register"))
                    .send()
                    .expectProblem(403, "forbidden");
            http.get(path).as(people.officer(Office.A2)).send().expectProblem(404, "not-found");
            http.get(path).as(people.officer(Office.B)).send().expectProblem(404, "not-found");
        }
        handled.live()
                .act(handled.applicant(), Bodies.action("memo").put("text", "Mitt"))
                .expectProblem(403, "forbidden");
    }

    @Requirement("HAND-028")
    @Test
    void hand028_closeKeepsOrDeletesEachMemo(Http http, Cases cases, Nonces nonces) {
        Handled handled = cases.notified();
        String kept = "Behålls " + nonces.word();
        String deleted = "Stryks " + nonces.word();
        String keptId = memo(handled, kept).at("/id").text();
        String deletedId = memo(handled, deleted).at("/id").text();
        ObjectNode close = Bodies.action("close");
        expectUnnamed(handled, close);
        expectUnnamed(handled, close.set("memos", Json.array(fate(keptId, true))));
        close.set("memos", Json.array(fate(keptId, true), fate(deletedId, false)));
        handled.live().act(handled.officer(), close).expect(200).at("/status").is("closed");
        List<String> types = Timeline.of(handled.live(), handled.applicant()).types();
        if (types.indexOf("noted") + 1 != types.indexOf("closed")) {
            throw ConformanceFailure.of("the kept memo noted right before the case is closed", types.toString());
        }
        Answer events = handled.live().events(handled.applicant()).expect(200);
        Timeline.of(handled.live(), handled.applicant())
                .expectSound()
                .last("noted")
                .at("/content/data/text")
                .is(kept);
        if (events.body().text().contains(deleted)) {
            events.fail("nothing of the deleted memo", "its text", null);
        }
        http.get(handled.live().path() + "/memos")
                .as(handled.officer())
                .send()
                .expect(200)
                .at("/items")
                .hasSize(0);
    }

    private static void expectUnnamed(Handled handled, JsonNode close) {
        Answer answer = handled.live().act(handled.officer(), close).expectProblem(422, "validation");
        answer.at("/errors/0/pointer").is("/memos");
        handled.live().read(handled.officer()).expect(200).at("/status").is("decided");
    }

    @Requirement("HAND-028")
    @Test
    void hand028_completeAsksTheSame(Cases cases, People people) {
        Officer officer = people.officer();
        LiveCase live = cases.anonymous().perform(officer, Bodies.action("assign"));
        ObjectNode memo = Bodies.action("memo").put("text", "Utkast");
        String id = live.act(officer, memo).expect(201).at("/id").text();
        ObjectNode complete = Bodies.action("complete").set("result", Json.object("text", "Lagat."));
        live.act(officer, complete)
                .expectProblem(422, "validation")
                .at("/errors/0/pointer")
                .is("/memos");
        complete.set("memos", Json.array(fate(id, true)));
        live.act(officer, complete).expect(200).at("/status").is("closed");
        Timeline.of(live, officer)
                .expectSound()
                .last("noted")
                .at("/content/data/text")
                .is("Utkast");
    }

    private static JsonNode fate(String memo, boolean keep) {
        return Json.object("memo", memo, "keep", keep);
    }

    private static Answer memo(Handled handled, String text) {
        return handled.live()
                .acting(handled.officer(), Bodies.action("memo").put("text", text))
                .send()
                .hint("A memo needs no If-Match.")
                .expect(201);
    }

    @Requirement("HAND-027")
    @Test
    void hand027_isNotForAUnitThatIsAsked(Http http, Cases cases, People people) {
        Handled handled = cases.assigned();
        String id = memo(handled, "Utkast").at("/id").text();
        Officer asked = people.officer(Office.A2);
        JsonNode request = Bodies.request("").put("kind", "opinion").set("addressee", Json.object("unit", "unit-a2"));
        handled.live().perform(handled.officer(), request);
        handled.live().read(asked).expect(200);
        for (String path : List.of("/memos", "/memos/" + id)) {
            http.get(handled.live().path() + path).as(asked).send().expectProblem(403, "forbidden");
        }
    }

    @Requirement("HAND-027")
    @Test
    void hand027_isNotInTheExport(Http http, Cases cases, People people, Nonces nonces) {
        Handled handled = cases.assigned();
        String word = nonces.word();
        memo(handled, "Utkast " + word);
        handled.live().perform(handled.applicant(), Bodies.message("Hej."));
        byte[] zip = http.get(handled.live().path() + "/export")
                .as(people.system("cases:read"))
                .send()
                .expect(200)
                .body()
                .bytes();
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            while (files.getNextEntry() != null) {
                if (new String(files.readAllBytes(), StandardCharsets.UTF_8).contains(word)) {
                    throw ConformanceFailure.of("an export without working papers", "the text of a memo");
                }
            }
        } catch (IOException fault) {
            throw ConformanceFailure.of("a zip", String.valueOf(fault.getMessage()));
        }
    }

    @Requirement("HAND-027")
    @Test
    void hand027_aMemoIsFoundInItsOwnCaseAlone(Http http, Cases cases, People people) {
        Handled handled = cases.assigned();
        String id = memo(handled, "Utkast").at("/id").text();
        LiveCase other = cases.submitted(people.person(), Services.PLAIN).live();
        Officer officer = people.officer();
        http.get(handled.live().path() + "/memos/" + id).as(officer).send().expect(200);
        http.get(other.path() + "/memos/" + id).as(officer).send().expectProblem(404, "not-found");
        Officer ofB = people.officer(Office.B);
        LiveCase caseOfB = cases.submitted(people.person(), Services.B).live();
        http.get(caseOfB.path() + "/memos").as(ofB).send().expect(200);
        http.get(caseOfB.path() + "/memos/" + id).as(ofB).send().expectProblem(404, "not-found");
    }
}
