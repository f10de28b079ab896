package se.ryggrad.conformance.checks.protection;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.contract.Contract;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Questions;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Call;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.CanarySearch;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.SystemClient;
import se.ryggrad.conformance.representation.Lookup;
import se.ryggrad.conformance.representation.PersonRegistry;
import se.ryggrad.conformance.representation.Represented;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks when the registry of persons is asked, about whom and how, and that what it answers holds at once. */
@ConformanceCheck
class RegistryOfPersonsCheck {

    private static final String HINT =
            "The registry must be bound to the issuers of officers and systems too: doctor --print-settings says how.";

    @Requirement("ID-056")
    @Test
    void id056_goesByTheAnswerFromTheNextRequestOn(People people, Cases cases, Uploads uploads, Nonces nonces) {
        Scene scene = Scene.begin(people, cases, uploads, nonces);
        LiveCase live = scene.live();
        Officer officer = people.officer();
        SystemClient system = people.system("cases:read");
        for (int again = 0; again < 2; again++) {
            live.read(officer).expect(200).at("/form").is(scene.form());
            live.read(scene.other()).expect(200).at("/form").is(scene.form());
            live.read(system).expect(200).at("/form").is(scene.form());
            people.protects(scene.applicant(), Scene.MARKED);
            live.read(officer).expectProblem(404, "not-found");
            live.read(scene.other()).expect(200).at("/form/street").isMissing();
            live.read(system).expect(200).at("/form/street").isMissing();
            people.frees(scene.applicant());
        }
        live.read(officer).expect(200);
    }

    @Requirement("ID-056")
    @Test
    void id056_goesByTheAnswerAboutEachParty(Cases cases, People people) {
        PersonRegistry registry = people.registry().persons();
        for (Represented each : List.of(
                people.registered(people.person()), people.registered(people.coordinated()), people.foreigner())) {
            ObjectNode body = Papers.of(
                    Services.CONTACT,
                    party("applicant", people.registered(people.person())),
                    party("concerned", each),
                    party("payer", people.registered(people.person())));
            LiveCase live = cases.create(people.registrar(), body);
            Officer officer = people.officer();
            live.read(officer).expect(200);
            registry.protects(each.value(), Scene.MARKED);
            live.read(officer)
                    .hint("The party with the scheme " + each.scheme() + " is protected.")
                    .expectProblem(404, "not-found");
            registry.frees(each.value());
            live.read(officer).expect(200);
        }
    }

    @Requirement("ID-056")
    @Test
    void id056_asksAtEachRequestForTheCase(Http http, People people, Cases cases, Uploads uploads, Nonces nonces) {
        Scene scene = Scene.begin(people, cases, uploads, nonces);
        LiveCase live = scene.live();
        Officer officer = people.officer();
        for (Call call : List.of(
                http.get(live.path()).as(officer),
                http.get(live.path()).as(people.system("cases:read")),
                http.get(live.path() + "/events").as(officer),
                http.get(live.path() + "/access-log").as(officer),
                http.get(live.path() + "/export").as(officer),
                http.get(live.path() + "/memos").as(officer),
                http.get(scene.documentPath()).as(officer),
                live.acting(officer, Bodies.message("Hej.")))) {
            int before = asked(people, scene.applicant()).size();
            Answer answer = call.send().expect(200);
            expectMore(answer, people, scene.applicant(), before);
        }
        int self = asked(people, scene.applicant()).size();
        int other = asked(people, scene.other()).size();
        Answer own = live.read(scene.applicant()).expect(200);
        expectMore(own, people, scene.other(), other);
        if (asked(people, scene.applicant()).size() > self) {
            own.fail("no question about whoever asks for themselves", "one", null);
        }
    }

    private static void expectMore(Answer answer, People people, Person person, int before) {
        if (asked(people, person).size() == before) {
            answer.hint(HINT).fail("a question to the registry of persons at this request", "none", null);
        }
    }

    @Requirement("ID-056")
    @Test
    void id056_asksByPostWithTheNumbersInTheBodyAlone(Cases cases, People people) {
        Person applicant = people.person();
        Person coordinated = people.coordinated();
        ObjectNode body = Papers.of(
                Services.CONTACT,
                party("applicant", people.registered(applicant)),
                party("subject", people.registered(coordinated)));
        Represented organisation = people.organisation();
        body.withArray("parties").add(party("payer", organisation));
        cases.create(people.registrar(), body).read(people.officer()).expect(200);
        for (Person person : List.of(applicant, coordinated)) {
            List<Lookup> lookups = asked(people, person);
            expect(lookups.size() >= 2, "a question when the case begins and at each request", "" + lookups.size());
            Represented known = people.registered(person);
            JsonNode wanted = Json.object("scheme", known.scheme(), "value", known.value());
            CanarySearch search = new CanarySearch(List.of(person.number()));
            lookups.forEach(lookup -> Questions.expectByContract(
                    lookup, "persons", search, asked -> names(asked.path("persons"), wanted)));
        }
        boolean asked =
                !people.registry().persons().lookups(organisation.value()).isEmpty();
        expect(!asked, "no question about an organisation", "one");
    }

    private static ObjectNode party(String role, Represented known) {
        JsonNode identity = Json.object("scheme", known.scheme(), "value", known.value());
        return Json.object("role", role, "identity", identity, "name", known.name());
    }

    private static List<Lookup> asked(People people, Person person) {
        return people.registry().persons().lookups(person.number().digits());
    }

    private static boolean names(JsonNode persons, JsonNode wanted) {
        return persons.size() <= 100 && persons.valueStream().anyMatch(p -> Contract.same(p, wanted));
    }

    private static void expect(boolean good, String expected, String actual) {
        if (!good) {
            throw ConformanceFailure.of(expected, actual);
        }
    }
}
