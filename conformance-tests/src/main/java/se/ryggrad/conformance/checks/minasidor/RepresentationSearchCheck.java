package se.ryggrad.conformance.checks.minasidor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Finding;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.NotObserved;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.IdentityNumber;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.representation.Representation;
import se.ryggrad.conformance.representation.Represented;
import tools.jackson.databind.JsonNode;

/** Checks how a portal finds by whom somebody is represented, and how a search is refused. */
@ConformanceCheck
class RepresentationSearchCheck {

    /** Where it is posted. */
    static final String PATH = "/me/representations/searches";

    @Requirement("MINA-009")
    @Test
    void mina009_findsThoseOfOneRepresented(Http http, People people) {
        Person person = people.person();
        Represented child = people.registered(people.person());
        Represented company = people.organisation();
        Represented foreigner = people.foreigner();
        people.represents(
                person,
                Representation.of("guardian", child),
                Representation.of("signatory", company),
                Representation.of("god-man", child).rights("read"),
                Representation.of(foreigner),
                Representation.of("forvaltare", child));
        List<Part> all = all(http, person);
        expectFound(http, person, child, named(all, child, 3));
        expectFound(http, person, company, named(all, company, 1));
        expectFound(http, person, foreigner, named(all, foreigner, 1));
        expectFound(http, person.exchanged(), child, named(all, child, 3));
    }

    @Requirement("MINA-009")
    @Test
    void mina009_isCutIntoPages(Http http, People people) {
        Person person = people.person();
        Represented child = people.registered(people.person());
        people.represents(
                person,
                Representation.of("guardian", child),
                Representation.of("god-man", child),
                Representation.of("forvaltare", child),
                Representation.of(people.organisation()));
        List<String> ids = Pages.ids(named(all(http, person), child, 3));
        Answer page = http.post(PATH)
                .as(person)
                .query("limit", 2)
                .query("page", 2)
                .json(search(child))
                .send()
                .expect(200);
        page.at("/items").hasSize(1).at("/0/id").is(ids.get(2));
    }

    @Requirement("MINA-009")
    @Test
    void mina009_isEmptyWhereNobodyIsFound(Http http, People people) {
        Person person = people.person();
        Represented known = people.registered(people.person());
        people.represents(person, Representation.of(known));
        expectFound(http, person, known, all(http, person));
        Represented stranger = people.registered(people.person());
        for (Represented nobody : List.of(stranger, people.organisation(), people.registered(person))) {
            http.post(PATH)
                    .as(person)
                    .json(search(nobody))
                    .send()
                    .expect(200)
                    .at("/items")
                    .hasSize(0);
        }
    }

    @Requirement("MINA-010")
    @Test
    void mina010_tellsWhatIsMissing(Http http, People people) {
        Person person = people.person();
        String value = people.stranger().digits();
        expectFault(http, person, Json.object(), "/represented required");
        expectFault(http, person, Json.object("identity", Json.object()), "/represented required");
        expectFault(http, person, search("personnummer"), "/represented/value required");
        http.post(PATH).as(person).json(search("personnummer", value)).send().expect(200);
    }

    @Requirement("MINA-010")
    @Test
    void mina010_judgesTheNumberByItsScheme(Http http, People people) {
        Person person = people.person();
        IdentityNumber number = people.stranger();
        for (String scheme : List.of("none", "orgnr", "")) {
            expectFault(http, person, search(scheme, number.digits()), "/represented/scheme unknown-value");
        }
        Map<String, List<String>> bad = new LinkedHashMap<>();
        bad.put("personnummer", List.of(number.miscalculated(), number.tenDigits(), ""));
        bad.put("samordningsnummer", List.of(number.digits()));
        bad.put("organisationsnummer", List.of(number.digits()));
        bad.put("prid", List.of("NO:1"));
        bad.forEach((scheme, values) ->
                values.forEach(value -> expectFault(http, person, search(scheme, value), "/represented/value format")));
        http.post(PATH)
                .as(person)
                .json(search("samordningsnummer", people.coordinated().number().digits()))
                .send()
                .expect(200);
    }

    private static JsonNode search(Represented represented) {
        return search(represented.scheme(), represented.value());
    }

    private static JsonNode search(String scheme, String value) {
        return Json.object("represented", Json.object("scheme", scheme, "value", value));
    }

    private static JsonNode search(String scheme) {
        return Json.object("represented", Json.object("scheme", scheme));
    }

    private static List<Part> all(Http http, Credential reader) {
        return Pages.all(http, "/me/representations", reader);
    }

    private static List<Part> named(List<Part> all, Represented represented, int count) {
        List<Part> named = all.stream()
                .filter(item -> item.at("/name").text().equals(represented.name()))
                .toList();
        if (named.size() != count) {
            Finding finding = Finding.of(count + " representations of one in the list", String.valueOf(named.size()));
            throw new NotObserved(finding, Blame.SYSTEM);
        }
        return named;
    }

    private static void expectFound(Http http, Credential reader, Represented represented, List<Part> wanted) {
        JsonNode items = Json.array(wanted.stream().map(Part::node).toArray());
        http.post(PATH)
                .as(reader)
                .json(search(represented))
                .send()
                .expect(200)
                .at("/items")
                .is(items);
    }

    private static void expectFault(Http http, Person person, JsonNode wanted, String fault) {
        http.post(PATH)
                .as(person)
                .json(wanted)
                .send()
                .expectProblem(422, "validation")
                .expectErrors(fault);
    }
}
