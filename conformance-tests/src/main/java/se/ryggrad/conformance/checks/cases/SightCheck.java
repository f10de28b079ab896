package se.ryggrad.conformance.checks.cases;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.TestActor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks who sees a case, and what of the people in it. */
@ConformanceCheck
class SightCheck {

    @Requirement("CASE-010")
    @Test
    void case010_whoAppliesIsAParty(Cases cases) {
        Submitted submitted = cases.plain();
        for (Answer answer : List.of(
                submitted.live().created(),
                submitted.live().read(submitted.applicant()).expect(200))) {
            Part party = answer.at("/parties").hasSize(1).at("/0");
            party.at("/role").is("applicant");
            party.at("/self").is(true);
            party.at("/name").is(submitted.applicant().name());
            party.at("/identity/scheme").is("personnummer");
            party.at("/from").is(Bodies.today().toString());
            party.at("/rights").satisfies("all six rights, each once", SightCheck::hasAllRights);
        }
    }

    private static boolean hasAllRights(JsonNode rights) {
        Set<String> all = Set.of("see", "supplement", "respond", "withdraw", "appeal", "be-notified");
        List<String> given = rights.values().stream().map(r -> r.asString("")).toList();
        return given.size() == all.size() && Set.copyOf(given).equals(all);
    }

    @Requirement("CASE-010")
    @Test
    void case010_theOfficerIsNoParty(Cases cases) {
        Handled handled = cases.assigned();
        Answer seen = handled.live().read(handled.officer()).expect(200);
        seen.at("/parties").hasSize(1).at("/0/self").is(false);
    }

    @Requirement("CASE-011")
    @Test
    void case011_aNamedPartySeesTheCaseByRole(Http http, Cases cases, People people) {
        Person applicant = people.person();
        Person subject = people.person();
        Person payer = people.person();
        Person concerned = people.person();
        LiveCase live = cases.create(
                people.registrar(),
                Papers.of(
                        Papers.party("applicant", applicant),
                        Papers.party("subject", subject),
                        Papers.party("payer", payer),
                        Papers.party("concerned", concerned)));
        for (Person sees : List.of(applicant, subject)) {
            live.read(sees).expect(200).at("/parties").satisfies("exactly one party with self true", Papers::oneIsSelf);
            if (Pages.find(Pages.all(http, "/cases", sees), live.id()).isEmpty()) {
                throw ConformanceFailure.of("the case in the list of a party with the right see", "not there");
            }
        }
        for (Person sees : List.of(payer, concerned, people.person())) {
            live.read(sees).expectProblem(404, "not-found");
            http.get("/cases").as(sees).send().expect(200).at("/items").hasSize(0);
        }
    }

    @Requirement("CASE-012")
    @Test
    void case012_identityNumbersAreForOfficersAlone(Http http, Cases cases, People people) {
        Person applicant = people.person();
        Person subject = people.person();
        Officer registrar = people.registrar();
        LiveCase live = cases.create(
                registrar, Papers.of(Papers.party("applicant", applicant), Papers.party("subject", subject)));
        live.perform(applicant, Bodies.message("Hej."));
        for (Person reader : List.of(applicant, subject)) {
            for (String path : List.of(live.path(), live.path() + "/events", "/cases")) {
                Answer answer = http.get(path).as(reader).send().expect(200);
                expectNone(answer, applicant);
                expectNone(answer, subject);
            }
        }
        for (TestActor reader : List.of(registrar, people.system("cases:read"))) {
            Answer seen = live.read(reader).expect(200);
            seen.at("/parties/0/identity").is(identity(applicant));
            seen.at("/parties/1/identity").is(identity(subject));
        }
    }

    private static JsonNode identity(Person person) {
        return Json.object("scheme", "personnummer", "value", person.number().digits());
    }

    private static void expectNone(Answer answer, Person person) {
        String text = answer.body().text();
        if (text.contains(person.number().digits())
                || text.contains(person.number().tenDigits())) {
            answer.fail("no identity number in a party's view", "one", null);
        }
    }

    @Requirement("CASE-019")
    @Test
    void case019_othersDoNotSeeTheCase(Http http, Cases cases, People people, Uploads uploads) {
        Person owner = people.person();
        String document = uploads.text(owner, "Hemligt");
        JsonNode body = Bodies.newCase(Services.PLAIN, "Eget")
                .set("documents", Json.array(Uploads.entry(document, "drawing", "a.txt")));
        LiveCase live = cases.create(owner, body);
        String documentPath = live.path() + "/documents/" + document;
        http.get(documentPath).as(owner).send().expect(200);
        Person other = people.person();
        cases.plain(other);
        for (String path : List.of(live.path(), live.path() + "/events", documentPath)) {
            http.get(path).as(other).send().expectProblem(404, "not-found");
        }
        live.acting(other, Bodies.message("Hej.")).send().expectProblem(404, "not-found");
        live.acting(other, Bodies.action("withdraw")).ifMatch("\"1\"").send().expectProblem(404, "not-found");
        Answer list = http.get("/cases").as(other).query("count", true).send().expect(200);
        list.at("/items").hasSize(1).at("/0/id").isNot(live.id());
        list.at("/total").is(1);
        live.read(owner).expect(200).at("/version").is(2);
    }

    @Requirement("CASE-011")
    @Test
    void case011_aPersonNamesOthersAndGivesNoRights(Cases cases, People people) {
        Person applicant = people.person();
        Person other = people.person();
        ObjectNode party = Papers.party("co-applicant", other);
        ObjectNode body = Bodies.newCase(Services.PLAIN, "Vi två").set("parties", Json.array(party));
        LiveCase live = cases.create(applicant, body);
        live.created().at("/parties").hasSize(2);
        Answer seen = live.read(other).expect(200);
        seen.at("/parties").satisfies("exactly one party with self true", Papers::oneIsSelf);
        seen.at("/allowedActions").contains("supplement").lacks("withdraw");
        party.set("rights", Json.array("see", "withdraw"));
        cases.send(applicant, body).expectProblem(422, "validation").expectErrors("/parties/0/rights unknown-member");
    }

    @Requirement("CASE-011")
    @Test
    void case011_aRegistrarGivesAndTakesRights(Cases cases, People people) {
        Person applicant = people.person();
        Person payer = people.person();
        Person subject = people.person();
        LiveCase live = cases.create(
                people.registrar(),
                Papers.of(
                        Papers.party("applicant", applicant),
                        Papers.party("payer", payer).set("rights", Json.array("see")),
                        Papers.party("subject", subject).set("rights", Json.array("be-notified"))));
        live.read(payer).expect(200).at("/allowedActions").is(Json.array("message"));
        live.read(subject).expectProblem(404, "not-found");
    }

    @Requirement("CASE-019")
    @Test
    void case019_aDocumentIsFoundInItsOwnCaseAlone(Http http, Cases cases, People people, Uploads uploads) {
        Person owner = people.person();
        String document = uploads.text(owner, "Hemligt");
        JsonNode body = Bodies.newCase(Services.PLAIN, "Eget")
                .set("documents", Json.array(Uploads.entry(document, "drawing", "a.txt")));
        LiveCase live = cases.create(owner, body);
        http.get(live.path() + "/documents/" + document).as(owner).send().expect(200);
        Person other = people.person();
        String own = cases.plain(other).live().path();
        for (String id : List.of(document, UUID.randomUUID().toString())) {
            http.get(own + "/documents/" + id)
                    .as(other)
                    .send()
                    .hint("A document of somebody else's case, asked for below the reader's own.")
                    .expectProblem(404, "not-found");
        }
    }
}
