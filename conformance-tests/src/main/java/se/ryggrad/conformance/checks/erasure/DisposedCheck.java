package se.ryggrad.conformance.checks.erasure;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.contract.Schemas;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.TestActor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks what is left of a case that was disposed of, and for whom. */
@ConformanceCheck
class DisposedCheck {

    private static final List<String> KEPT = List.of(
            "/id",
            "/registryNumber",
            "/principal",
            "/authority",
            "/unit",
            "/service",
            "/track",
            "/initiatedBy",
            "/channel",
            "/status",
            "/localStatus",
            "/receivedOn",
            "/receivedAt");
    private static final List<String> EMPTY = List.of(
            "/waitingFor",
            "/relations",
            "/parties",
            "/provenance",
            "/deficiencies",
            "/documents",
            "/requests",
            "/decisions",
            "/appeals",
            "/deadlines");

    @Requirement("HAND-079")
    @Test
    void hand079_leavesWhatTheCaseWas(Cases cases, People people, Uploads uploads, Nonces nonces) {
        Handled handled = cases.closed(Services.DISPOSAL, people.officer());
        LiveCase live = handled.live();
        Officer archivist = people.archivist();
        String word = nonces.word();
        String document = uploads.text(handled.applicant(), word);
        ObjectNode message = Bodies.message(word);
        live.perform(
                handled.applicant(),
                message.set("documents", Json.array(Uploads.entry(document, "drawing", word + ".txt"))));
        ObjectNode redact = Bodies.redact(Erased.ids(Timeline.of(live, archivist), "message-added"))
                .put("decision", "Arkiv 2026:6");
        live.perform(archivist, redact);
        List<String> readings = readings(live, archivist);
        Timeline before = Timeline.of(live, archivist);
        Answer seen = live.read(archivist).require(200);
        ObjectNode dispose = Bodies.dispose();
        Answer acted = live.actAfter(seen, archivist, dispose).expect(200);
        expectBare(acted, seen, dispose);
        expectErased(before, Timeline.of(live, archivist).expectSound(), redact, dispose);
        expectUnread(live, archivist, readings);
        for (TestActor reader : List.of(archivist, handled.officer(), people.system("cases:read"))) {
            live.http()
                    .get(live.path() + "/documents/" + document)
                    .as(reader)
                    .send()
                    .expectProblem(404, "not-found");
            Erased.told(live, reader).forEach(answer -> Erased.expectNone(answer, List.of(word)));
        }
    }

    private static void expectBare(Answer acted, Answer seen, ObjectNode dispose) {
        Schemas.expect(acted, "case-view");
        Erased.expect(acted.at("/disposed"), dispose);
        KEPT.forEach(member -> acted.at(member).is(seen.at(member).node()));
        EMPTY.forEach(member -> acted.at(member).hasSize(0));
        acted.at("/form").is(Json.object());
        List.of("/officer", "/demandFrom", "/result")
                .forEach(member -> acted.at(member).isMissing());
        acted.at("/version").is(seen.at("/version").number() + 1);
    }

    /** Expects that all events but the last are erased: what was redacted before on the decision of that. */
    private static void expectErased(Timeline before, Timeline after, ObjectNode redact, ObjectNode dispose) {
        Part told = after.last("disposed");
        told.at("/sequence").is(before.events().size() + 1);
        told.at("/content/data/decision").is(dispose.path("decision"));
        told.at("/content/data/ground").is(dispose.path("ground"));
        for (int i = 0; i < before.events().size(); i++) {
            Part event = before.events().get(i);
            Erased.expectEvent(after.events().get(i), event, Timeline.isErased(event) ? redact : dispose);
        }
    }

    private static List<String> readings(LiveCase live, Officer reader) {
        return Pages.ids(Pages.all(live.http(), live.path() + "/access-log", reader));
    }

    private static void expectUnread(LiveCase live, Officer archivist, List<String> before) {
        Answer log = live.http()
                .get(live.path() + "/access-log")
                .as(archivist)
                .send()
                .expect(200);
        Set<String> earlier = Set.copyOf(before);
        List<String> left = Pages.ids(log.at("/items").items());
        if (earlier.isEmpty() || left.stream().anyMatch(earlier::contains)) {
            log.at("/items").fail("no reading from before the disposal, where there were some");
        }
    }

    @Requirement("HAND-080")
    @Test
    void hand080_isThereForTheAuthorityAlone(Http http, Cases cases, People people) {
        Handled handled = cases.closed(Services.DISPOSAL, people.officer());
        LiveCase live = handled.live();
        TestActor party = handled.applicant();
        Officer archivist = people.archivist();
        List<String> paths = List.of("", "/events", "/access-log");
        for (String path : paths) {
            http.get(live.path() + path).as(party).send().expect(200);
        }
        expectListed(http, party, live, 1);
        live.perform(archivist, Bodies.dispose());
        for (String path : paths) {
            http.get(live.path() + path).as(party).send().expectProblem(404, "not-found");
        }
        expectListed(http, party, live, 0);
        live.acting(party, Bodies.message("Hej.")).send().expectProblem(404, "not-found");
        for (TestActor reader :
                List.of(handled.officer(), people.registrar(), archivist, people.system("cases:read"))) {
            for (String path : paths) {
                Answer seen = http.get(live.path() + path).as(reader).send().expect(200);
                seen.at("/allowedActions").satisfies("no actions", JsonNode::isEmpty);
            }
            expectListed(http, reader, live, 1);
        }
        expectConflict(live, handled.officer(), Bodies.message("Hej."));
        expectConflict(live, handled.officer(), Bodies.action("reopen").put("ground", "change"));
        String told = Erased.ids(Timeline.of(live, archivist), "disposed")[0];
        expectConflict(live, archivist, Bodies.redact(told));
        expectConflict(live, archivist, Bodies.dispose());
    }

    private static void expectConflict(LiveCase live, Officer actor, ObjectNode body) {
        live.act(actor, body).expectProblem(409, "state-conflict");
    }

    private static void expectListed(Http http, TestActor reader, LiveCase live, int times) {
        List<Part> items = Pages.all(http, "/cases?service=" + Services.DISPOSAL.id(), reader);
        long found = Pages.ids(items).stream().filter(live.id()::equals).count();
        if (found != times) {
            live.read(reader).fail("the case " + times + " times in the list", found + " times", null);
        }
    }
}
