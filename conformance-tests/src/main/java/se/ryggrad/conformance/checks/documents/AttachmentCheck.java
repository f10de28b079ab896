package se.ryggrad.conformance.checks.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Together;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Assurance;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.target.Target;
import se.ryggrad.conformance.wire.Octets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks which documents a case takes, and that each is used once and by the right person. */
@ConformanceCheck
class AttachmentCheck {

    private static final String SERVICE_HIGH = Services.HIGH.id();

    @Requirement("CASE-007")
    @Test
    void case007_aRequiredAttachmentIsRequired(Cases cases, People people, Uploads uploads) {
        Person person = people.person().at(Assurance.LOA4);
        ObjectNode body = Bodies.newCase(Services.HIGH, "Ämne");
        cases.send(person, body)
                .hint("The service " + SERVICE_HIGH + " requires the attachment proof.")
                .expectProblem(422, "validation")
                .expectErrors("/documents attachment-missing");
        JsonNode other = Uploads.entry(uploads.pdf(person), "portrait", "annat.pdf");
        cases.send(person, body.deepCopy().set("documents", Json.array(other)))
                .hint("Another document does not stand for the one that is required.")
                .expectProblem(422, "validation")
                .expectErrors("/documents attachment-missing", "/documents/0/kind unknown-value");
        body.set("documents", Json.array(Uploads.entry(uploads.pdf(person), "proof", "intyg.pdf")));
        Answer created = cases.send(person, body).expect(201);
        created.at("/documents").hasSize(1).at("/0/kind").is("proof");
        created.at("/documents/0/name").is("intyg.pdf");
        created.at("/documents/0/number").is(1);
        created.at("/documents/0/direction").is("in");
        created.at("/documents/0/receivedOn").is(Bodies.today().toString());
    }

    @Requirement("CASE-008")
    @Test
    void case008_kindMediaTypeAndCountAreTheServices(Cases cases, People people, Uploads uploads) {
        Person person = people.person();
        cases.send(person, with(Uploads.entry(uploads.text(person, "a"), "portrait", "a.txt")))
                .expectProblem(422, "validation")
                .expectErrors("/documents/0/kind unknown-value");
        String gif = uploads.sending("image/gif", Octets.of("GIF89a"))
                .as(person)
                .send()
                .require(201)
                .at("/id")
                .text();
        Answer wrong =
                cases.send(person, with(Uploads.entry(gif, "drawing", "a.pdf"))).expectProblem(422, "validation");
        wrong.at("/errors/0/code").is("media-type");
        wrong.at("/errors/0/pointer").matches("/documents/0.*");
        List<ObjectNode> four = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            four.add(Uploads.entry(uploads.text(person, "text " + i), "drawing", i + ".txt"));
        }
        Answer many = cases.send(person, with(four.toArray(ObjectNode[]::new))).expectProblem(422, "validation");
        many.at("/errors/0/code").is("max-items");
        cases.send(person, with(four.subList(0, 3).toArray(ObjectNode[]::new)))
                .hint("A refused submission uses no document up, and three are permitted.")
                .expect(201)
                .at("/documents")
                .hasSize(3);
    }

    @Requirement("CASE-009")
    @Test
    void case009_isUsedOnce(Cases cases, People people, Uploads uploads) {
        Person person = people.person();
        String document = uploads.text(person, "En gång");
        ObjectNode entry = Uploads.entry(document, "drawing", "a.txt");
        LiveCase live = cases.create(person, with(entry));
        refused(cases.send(person, with(entry)));
        refused(live.act(person, Bodies.supplement("Igen").set("documents", Json.array(entry))));
        String twice = uploads.text(person, "Två gånger i samma");
        ObjectNode same = Uploads.entry(twice, "drawing", "b.txt");
        cases.send(person, with(same, same))
                .expectProblem(422, "validation")
                .at("/errors/0/code")
                .is("unknown-document");
    }

    @Requirement("CASE-009")
    @Test
    void case009_isUsedByWhoeverUploadedIt(Cases cases, People people, Uploads uploads) {
        Person person = people.person();
        ObjectNode entry = Uploads.entry(uploads.text(person, "Mitt"), "drawing", "a.txt");
        Answer foreign = cases.send(people.person(), with(entry));
        refused(foreign);
        ObjectNode random = Uploads.entry(UUID.randomUUID().toString(), "drawing", "a.txt");
        Answer unknown = cases.send(person, with(random));
        refused(unknown);
        foreign.at("/errors").is(unknown.at("/errors").node());
        foreign.at("/detail").is(unknown.at("/detail").node());
        cases.send(person, with(entry))
                .hint("Somebody else's attempt must not use the document up.")
                .expect(201);
    }

    @Requirement("CASE-009")
    @Test
    void case009_isUsedOnceAlsoWhenTwoTryAtOnce(Cases cases, People people, Uploads uploads) {
        Person person = people.person();
        ObjectNode entry = Uploads.entry(uploads.text(person, "Ett"), "drawing", "a.txt");
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            tasks.add(() -> cases.send(person, with(entry)).status());
        }
        List<Integer> statuses = Together.all(tasks).stream().sorted().toList();
        if (!statuses.equals(List.of(201, 422, 422, 422, 422, 422))) {
            throw ConformanceFailure.of("one case with the document and five refusals with 422", statuses.toString());
        }
    }

    private static void refused(Answer answer) {
        answer.expectProblem(422, "validation");
        answer.at("/errors").hasSize(1).at("/0/code").is("unknown-document");
        answer.at("/errors/0/pointer").matches("/documents/0(/id)?");
    }

    private static ObjectNode with(ObjectNode... entries) {
        return Bodies.newCase(Services.PLAIN, "Ämne").set("documents", Json.array((Object[]) entries));
    }

    @Requirement("CASE-009")
    @Test
    void case009_isNotForOthersThoughNobodyLoggedIn(Http http, Cases cases, People people, Uploads uploads) {
        Octets picture = Octets.of("PNG?");
        String open = uploads.sending("image/png", picture)
                .send()
                .require(201)
                .at("/id")
                .text();
        Person person = people.person();
        refused(cases.send(person, with(Uploads.entry(open, "drawing", "a.png"))));
        String own = uploads.sending("image/png", picture)
                .as(person)
                .send()
                .require(201)
                .at("/id")
                .text();
        ObjectNode body = Bodies.newCase(Services.ANONYMOUS, "Lampa");
        body.set("documents", Json.array(Uploads.entry(own, "photo", "a.png")));
        refused(http.post("/cases").key().json(body).send());
        cases.send(person, with(Uploads.entry(own, "drawing", "a.png"))).expect(201);
    }

    @Requirement("CASE-080")
    @Test
    void case080_aCaseHoldsAsManyDocumentsAsTheSystemSays(Cases cases, People people, Target target) {
        Person person = people.person();
        LiveCase live = cases.plain(person).live();
        long most = target.limit("documentsPerCase", 20);
        live.act(person, Bodies.supplement("För många").set("documents", unknown(most + 1)))
                .hint("limits.documentsPerCase of /capabilities is " + most)
                .expectProblem(422, "validation")
                .expectError("/documents", "max-items");
        live.act(person, Bodies.supplement("Okända").set("documents", unknown(most)))
                .expectProblem(422, "validation")
                .at("/errors")
                .satisfies(
                        "faults of the documents, and none of their number",
                        errors -> errors.values().stream()
                                .noneMatch(e -> e.path("code").asString("").equals("max-items")));
    }

    @Requirement("CASE-080")
    @Test
    void case080_aCaseBeginsWithNoMoreEither(Cases cases, People people, Target target) {
        long most = target.limit("documentsPerCase", 20);
        JsonNode body = Bodies.newCase(Services.PLAIN, "För många").set("documents", unknown(most + 1));
        cases.send(people.person(), body)
                .hint("limits.documentsPerCase of /capabilities is " + most)
                .expectProblem(422, "validation")
                .expectError("/documents", "max-items");
    }

    private static JsonNode unknown(long count) {
        return Json.array(LongStream.range(0, count)
                .mapToObj(i -> Uploads.entry(UUID.randomUUID().toString(), "note", i + ".txt"))
                .toArray());
    }
}
