package se.ryggrad.conformance.checks.representation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Contract;
import se.ryggrad.conformance.contract.Together;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Questions;
import se.ryggrad.conformance.fixture.Representatives;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Call;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.CanarySearch;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.Proxy;
import se.ryggrad.conformance.representation.Conduct;
import se.ryggrad.conformance.representation.Lookup;
import se.ryggrad.conformance.representation.PeopleRegistry;
import se.ryggrad.conformance.representation.Representation;
import tools.jackson.databind.JsonNode;

/** Checks how the registry is asked, and what becomes of what it answers. */
@ConformanceCheck
class RegistryCheck {

    private static final String LIST = "/me/representations";
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final List<Conduct> FAULTS = Arrays.stream(Conduct.values())
            .filter(conduct -> conduct != Conduct.ANSWERS)
            .toList();

    @Requirement("ID-051")
    @Test
    void id051_saysThatItDoesNotKnowWhenTheRegistryDoesNotAnswer(
            Http http, People people, Representatives representatives) {
        List<Callable<Answer>> tasks = new ArrayList<>();
        for (Conduct fault : FAULTS) {
            Proxy one = representatives.of(people.person());
            Proxy other = representatives.of(people.person());
            tasks.add(() -> judge(http.get("/cases").as(one), people.registry(), one, fault));
            tasks.add(() -> judge(http.get(LIST).as(other.person()), people.registry(), other, fault));
        }
        Together.all(tasks);
    }

    @Requirement("ID-051")
    @Test
    void id051_answersTheirOwnRequestsMeanwhile(
            Http http, Cases cases, People people, Representatives representatives) {
        Proxy proxy = representatives.of(people.person());
        Submitted own = cases.submitted(proxy.person(), Services.REPRESENTED);
        http.get("/cases").as(proxy).send().expect(200);
        people.registry().does(digits(proxy), Conduct.FAILS);
        http.get("/cases").as(proxy).once().expectProblem(503, "unavailable");
        for (String path : List.of("/me", "/cases", own.live().path())) {
            http.get(path).as(proxy.person()).once().expect(200);
        }
        cases.submitted(proxy.person(), Services.REPRESENTED);
    }

    /** Sends a request that is good, lets the registry do something else, and sends it again. */
    private static Answer judge(Call call, PeopleRegistry registry, Proxy proxy, Conduct fault) {
        call.send().expect(200);
        registry.does(digits(proxy), fault);
        Answer answer = call.once();
        registry.does(digits(proxy), Conduct.ANSWERS);
        answer.hint("The registry that the suite plays " + words(fault) + ".").expectProblem(503, "unavailable");
        if (answer.exchange().took().compareTo(LONGEST) > 0) {
            answer.fail("an answer within 10 s", answer.exchange().took().toString(), null);
        }
        return call.send().expect(200);
    }

    private static String words(Conduct fault) {
        return fault.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    @Requirement("ID-054")
    @Test
    void id054_asksAtEachRequestThatNeedsIt(Http http, People people, Representatives representatives) {
        Proxy proxy = representatives.of(people.person());
        PeopleRegistry registry = people.registry();
        for (Call call : List.of(
                http.get("/me").as(proxy),
                http.get("/me").as(proxy),
                http.get("/cases").as(proxy),
                http.get(LIST).as(proxy.person()),
                http.get(LIST).as(proxy.person()))) {
            int before = registry.lookups(digits(proxy)).size();
            Answer answer = call.send().expect(200);
            if (registry.lookups(digits(proxy)).size() == before) {
                answer.fail("a question to the registry at this request", "none", null);
            }
        }
    }

    @Requirement("ID-054")
    @Test
    void id054_asksByPostWithTheNumberInTheBodyAlone(Http http, People people, Representatives representatives) {
        for (Person person : List.of(people.person(), people.coordinated())) {
            Representation entry = Representation.of(people.registered(people.person()));
            Proxy proxy = representatives.by(person, entry);
            http.get("/me").as(proxy).send().expect(200);
            List<Lookup> lookups = people.registry().lookups(digits(proxy));
            if (lookups.size() < 2) {
                throw ConformanceFailure.of("a question to the registry at each request", lookups.size() + " in all");
            }
            CanarySearch search = new CanarySearch(List.of(person.number()));
            JsonNode wanted = Json.object(
                    "representative",
                    Json.object("scheme", people.registered(person).scheme(), "value", digits(proxy)));
            lookups.forEach(lookup ->
                    Questions.expectByContract(lookup, "representations", search, body -> Contract.same(body, wanted)));
        }
    }

    @Requirement("ID-055")
    @Test
    void id055_countsNothingThatItDoesNotKnow(Http http, People people, Representatives representatives) {
        Person person = people.person();
        Representation kin = Representation.of("next-of-kin", people.registered(people.person()));
        Representation odd = Representation.of(people.organisation())
                .rights("submit", "sign")
                .with("note", Json.object("since", "2019"));
        Representation usual = Representation.of("signatory", people.organisation());
        people.represents(person, kin, odd, usual);
        Answer answer = http.get(LIST).as(person).send().expect(200);
        answer.at("/items").hasSize(2);
        Proxy byOdd = representatives.listed(person, odd);
        Proxy byUsual = representatives.listed(person, usual);
        Answer oddly = http.get("/me").as(byOdd).send().expect(200);
        RepresentationListCheck.expectRights(oddly.at("/onBehalfOf"), "read", "submit");
        Answer usually = http.get("/me").as(byUsual).send().expect(200);
        RepresentationListCheck.expectRights(usually.at("/onBehalfOf"), "read", "submit", "act", "receive");
        answer.at("/items").items().stream()
                .filter(item -> item.at("/name").text().equals(odd.name()))
                .forEach(item -> RepresentationListCheck.expectRights(item, "read", "submit"));
    }

    private static String digits(Proxy proxy) {
        return proxy.person().number().digits();
    }
}
