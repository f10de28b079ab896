package se.ryggrad.conformance.checks.identity;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Contract;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.fixture.messaging.Letters;
import se.ryggrad.conformance.fixture.messaging.Message;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Call;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Assurance;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.target.Target;
import se.ryggrad.conformance.wire.Octets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks that a login is strong enough for what it opens, for reading as well as for acting. */
@ConformanceCheck
class AssuranceCheck {

    private static final int DEMANDED = 30;

    @Requirement("ID-019")
    @Test
    void id019_ranksLevelsByTheTableOfTheStandard(People people, Cases cases) {
        Person person = people.person();
        for (JsonNode level :
                Contract.file("assurance-levels.json").path("levels").values()) {
            boolean enough = level.path("rank").asInt() >= DEMANDED;
            Answer answer = cases.send(person.at(level.path("uri").asString()), Bodies.newCase(Services.PLAIN, "nivå"));
            answer.expect(enough ? 201 : 403);
        }
    }

    @Requirement("ID-019")
    @Test
    void id019_letsNoUnknownLevelSuffice(People people, Cases cases) {
        Person person = people.person();
        cases.send(person, Bodies.newCase(Services.PLAIN, "nivå")).expect(201);
        for (String level : List.of(
                "http://id.elegnamnden.se/loa/1.0/loa5",
                Assurance.LOA4.uri() + "/",
                Assurance.LOA3.uri().replace("http:", "https:"),
                Assurance.LOA4.uri().toUpperCase(Locale.ROOT),
                "loa4")) {
            cases.send(person.at(level), Bodies.newCase(Services.PLAIN, "nivå"))
                    .expectProblem(403, "insufficient-assurance");
        }
    }

    @Requirement("ID-020")
    @Test
    void id020_guardsReadingACaseItsEventsAndDocuments(Http http, Cases cases, Uploads uploads) {
        Submitted submitted = cases.plain();
        Person person = submitted.applicant();
        String document = uploads.pdf(person);
        ObjectNode body = Bodies.supplement("ritning");
        body.set("documents", Json.array(Uploads.entry(document, "drawing", "a.pdf")));
        submitted.live().perform(person, body);
        for (String below : List.of("", "/events", "/access-log", "/documents/" + document)) {
            String path = submitted.live().path() + below;
            http.get(path).as(person).send().expect(200);
            http.get(path).as(person.at(Assurance.LOA4)).send().expect(200);
            http.get(path).as(person.at(Assurance.LOA2)).send().expectProblem(403, "insufficient-assurance");
        }
    }

    @Requirement("ID-020")
    @Test
    void id020_asksForTheLevelOfTheServiceItself(Http http, People people, Cases cases, Uploads uploads) {
        Person high = people.person().at(Assurance.LOA4);
        ObjectNode body = Bodies.newCase(Services.HIGH, "hög nivå");
        body.set("documents", Json.array(Uploads.entry(uploads.pdf(high), "proof", "intyg.pdf")));
        LiveCase live = cases.create(high, body);
        http.get(live.path()).as(high).send().expect(200);
        http.get(live.path()).as(high.at(Assurance.LOA3)).send().expectProblem(403, "insufficient-assurance");
    }

    @Requirement("ID-021")
    @Test
    void id021_guardsCreatingAndActing(People people, Cases cases) {
        Person person = people.person();
        Person low = person.at(Assurance.LOA2);
        ObjectNode body = Bodies.newCase(Services.PLAIN, "låg nivå");
        cases.send(low, body).expectProblem(403, "insufficient-assurance");
        Submitted submitted = new Submitted(cases.create(person, body), person);
        String tag = submitted.live().tag(person);
        submitted
                .live()
                .acting(low, Bodies.supplement("mer"))
                .ifMatch(tag)
                .send()
                .expectProblem(403, "insufficient-assurance");
        submitted.live().acting(low, Bodies.message("hej")).send().expectProblem(403, "insufficient-assurance");
        submitted
                .live()
                .acting(person, Bodies.supplement("mer"))
                .ifMatch(tag)
                .send()
                .expect(200);
    }

    @Requirement("ID-022")
    @Test
    void id022_saysWhichLevelIsNeeded(People people, Cases cases) {
        Submitted submitted = cases.plain();
        expectChallenge(submitted.live().read(submitted.applicant().at(Assurance.LOA2)), Assurance.LOA3);
        Person person = people.person();
        expectChallenge(cases.send(person, Bodies.newCase(Services.HIGH, "x")), Assurance.LOA4);
    }

    @Requirement("ID-023")
    @Test
    void id023_leavesOutOfListsWhatTheLevelDoesNotReach(Http http, Cases cases) {
        Submitted submitted = cases.plain();
        Person person = submitted.applicant();
        Answer high =
                http.get("/cases").as(person).query("count", "true").send().expect(200);
        high.at("/total").is(1);
        high.at("/items/0/id").is(submitted.live().id());
        Answer low = http.get("/cases")
                .as(person.at(Assurance.LOA2))
                .query("count", "true")
                .send()
                .expect(200);
        low.at("/items").hasSize(0);
        low.at("/total").is(0);
    }

    @Requirement("ID-024")
    @Test
    void id024_asksOfficersForTheLowestLevelOfTheSystem(Http http, People people, Cases cases) {
        Handled handled = cases.assigned();
        Officer low = handled.officer().at(Assurance.LOA2);
        for (String path :
                List.of("/cases", handled.live().path(), handled.live().path() + "/events")) {
            http.get(path).as(handled.officer()).send().expect(200);
            http.get(path).as(low).send().expectProblem(403, "insufficient-assurance");
        }
        handled.live().acting(low, Bodies.message("hej")).send().expectProblem(403, "insufficient-assurance");
        http.get("/cases").as(people.registrar().at(Assurance.LOA1)).send().expect(403);
    }

    private static void expectChallenge(Answer answer, Assurance level) {
        answer.expectProblem(403, "insufficient-assurance")
                .expectHeader("WWW-Authenticate", "(?i)Bearer\\b.*error=\"?insufficient_user_authentication\"?.*")
                .expectHeader("WWW-Authenticate", ".*acr_values=\"?[^\"]*" + Pattern.quote(level.uri()) + ".*");
    }

    @Requirement("ID-024")
    @Test
    void id024_asksOfficersForItWhateverTheyAskFor(Http http, People people, Cases cases, Uploads uploads) {
        Handled handled = cases.assigned();
        Officer low = handled.officer().at(Assurance.LOA2);
        for (String below : List.of("/export", "/memos")) {
            String path = handled.live().path() + below;
            http.get(path).as(handled.officer()).send().expect(200);
            http.get(path).as(low).send().expectProblem(403, "insufficient-assurance");
        }
        http.get("/me").as(low).send().expectProblem(403, "insufficient-assurance");
        ObjectNode opening = Bodies.newCase(Services.AUTHORITY, "x").put("initiatedBy", "authority");
        cases.send(low, opening).expectProblem(403, "insufficient-assurance");
        uploads.sending("text/plain", Octets.of("x")).as(low).send().expectProblem(403, "insufficient-assurance");
    }

    @Requirement("ID-024")
    @Test
    void id024_asksThoseWhoSendMessagesForIt(Cases cases, Messages messages, Target target) {
        if (target.plays(Messages.ROLE)) {
            Handled handled = cases.assigned();
            Officer low = handled.officer().at(Assurance.LOA2);
            ObjectNode letter = Letters.letter(Letters.to(handled.live(), handled.party()));
            Message message = messages.sent(handled.officer(), letter);
            message.read().expect(200);
            message.read(low).expectProblem(403, "insufficient-assurance");
            messages.sending(low, letter).send().expectProblem(403, "insufficient-assurance");
            messages.batch(low, letter).expectProblem(403, "insufficient-assurance");
        }
    }

    @Requirement("ID-024")
    @Test
    void id024_asksThoseWhoPublishForIt(Http http, People people, Target target) {
        JsonNode definition = Contract.service(Services.PLAIN);
        Officer admin = people.serviceAdmin();
        if (target.offers("catalogue-import").orElse(false)) {
            Call put = http.put("/services/" + Services.PLAIN.id()).as(admin).json(definition);
            put.send().expect(200);
            http.put("/services/" + Services.PLAIN.id())
                    .as(admin.at(Assurance.LOA2))
                    .json(definition)
                    .send()
                    .expectProblem(403, "insufficient-assurance");
        }
    }

    @Requirement("ID-020")
    @Test
    void id020_guardsEveryPartForOfficersToo(Http http, People people, Cases cases, Uploads uploads) {
        Person high = people.person().at(Assurance.LOA4);
        String document = uploads.pdf(high);
        ObjectNode body = Bodies.newCase(Services.HIGH, "hög nivå");
        body.set("documents", Json.array(Uploads.entry(document, "proof", "intyg.pdf")));
        String path = cases.create(high, body).path();
        Officer officer = people.officer();
        for (String below : List.of("", "/events", "/documents/" + document, "/export", "/memos")) {
            http.get(path + below).as(officer.at(Assurance.LOA4)).send().expect(200);
            http.get(path + below).as(officer).send().expectProblem(403, "insufficient-assurance");
        }
    }
}
