package se.ryggrad.conformance.checks.representation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Representatives;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.Proxy;
import se.ryggrad.conformance.representation.Representation;

/** Checks how a person is told whom they may represent, and for whom a request is. */
@ConformanceCheck
class RepresentationListCheck {

    private static final String LIST = "/me/representations";
    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** Names in the order of their code points, where upper case stands first and what UTF-16 would put wrong last. */
    private static final List<String> NAMES = List.of("Ek", "Ek", "Zeta", "alfa", "Örn", "\uFB01", "\uD835\uDC9C");

    private static final Comparator<Part> BY_NAME =
            Comparator.comparing(item -> item.at("/name").text().codePoints().toArray(), Arrays::compare);

    @Requirement("ID-028")
    @Test
    void id028_listsWhomAPersonMayRepresentToday(Http http, People people, Representatives representatives) {
        Person person = people.person();
        String today = Bodies.today().toString();
        Representation child = Representation.of("guardian", people.registered(people.person()))
                .with("from", today)
                .with("until", today);
        Representation company = Representation.of("signatory", people.organisation())
                .rights("submit")
                .with("services", List.of(Services.REPRESENTED.id()));
        people.represents(person, company, child);
        Answer answer = http.get(LIST).as(person).send().expect(200);
        answer.at("/items").hasSize(2);
        Part guardian = named(answer, child);
        guardian.at("/kind").is("guardian");
        expectRights(guardian, "read", "submit", "act", "receive");
        guardian.at("/jointly").is(false);
        guardian.at("/until").is(today);
        guardian.at("/services").isMissing();
        Part signatory = named(answer, company);
        signatory.at("/kind").is("signatory");
        expectRights(signatory, "read", "submit");
        signatory.at("/services").is(Json.array(Services.REPRESENTED.id()));
        signatory.at("/until").isMissing();
        expectNoReference(answer, child, company);
        Proxy proxy = representatives.listed(person, child);
        http.get(LIST).as(proxy).send().expect(200).at("/items").hasSize(2);
        http.get(LIST).as(people.officer()).send().expectProblem(403, "forbidden");
    }

    @Requirement("ID-028")
    @Test
    void id028_listsNobodyWhoseDaysDoNotIncludeToday(Http http, People people) {
        Person person = people.person();
        LocalDate today = Bodies.today();
        Representation past = Representation.of(people.registered(people.person()))
                .with("until", today.minusDays(1).toString());
        Representation future = Representation.of(people.registered(people.person()))
                .with("from", today.plusDays(1).toString());
        Representation present = Representation.of(people.registered(people.person()));
        people.represents(person, past, future, present);
        Answer answer = http.get(LIST).as(person).query("count", "true").send().expect(200);
        answer.at("/items").hasSize(1);
        named(answer, present);
        answer.at("/total").is(1);
    }

    @Requirement("ID-028")
    @Test
    void id028_ordersByNameAndIdInPages(Http http, People people) {
        Person person = people.person();
        Representation[] all = NAMES.stream()
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.reverseOrder()))
                .map(name -> Representation.of(people.organisation().named(name)))
                .toArray(Representation[]::new);
        people.represents(person, all);
        List<Part> items = Pages.all(http, LIST, person);
        expectOrder(items);
        Answer page = http.get(LIST)
                .as(person)
                .query("limit", 3)
                .query("page", 2)
                .query("count", "true")
                .send()
                .expect(200);
        page.at("/total").is(NAMES.size());
        List<String> second = Pages.ids(page.at("/items").items());
        if (!second.equals(Pages.ids(items).subList(3, 6))) {
            page.fail("the fourth to the sixth of the list", second.size() + " others", "/items");
        }
    }

    @Requirement("ID-028")
    @Test
    void id028_isEmptyForWhoeverRepresentsNobody(Http http, People people, Representatives representatives) {
        Proxy proxy = representatives.of(people.person());
        http.get(LIST).as(proxy.person()).send().expect(200).at("/items").hasSize(1);
        Answer answer = http.get(LIST).as(people.person()).send().expect(200);
        answer.at("/items").hasSize(0);
        answer.at("/page").is(1);
        answer.at("/limit").is(20);
    }

    @Requirement("ID-053")
    @Test
    void id053_tellsForWhomARequestIs(Http http, People people, Representatives representatives) {
        Representation entry =
                Representation.of("god-man", people.registered(people.person())).rights("read", "submit");
        Proxy proxy = representatives.by(entry);
        Answer alone = http.get("/me").as(proxy.person()).send().expect(200);
        alone.at("/onBehalfOf").isMissing();
        Answer acting = http.get("/me").as(proxy).send().expect(200);
        acting.at("/id").is(alone.at("/id").text());
        acting.at("/kind").is("person");
        acting.at("/onBehalfOf/id").is(proxy.id());
        acting.at("/onBehalfOf/kind").is("god-man");
        acting.at("/onBehalfOf/name").is(entry.name());
        expectRights(acting.at("/onBehalfOf"), "read", "submit");
    }

    private static Part named(Answer answer, Representation entry) {
        Part item = answer.at("/items").items().stream()
                .filter(i -> entry.name().equals(i.node().path("name").asString("")))
                .findFirst()
                .orElseThrow(() -> answer.failure("an item named " + entry.name(), "none", "/items"));
        item.at("/id").matches(UUID_FORM);
        return item;
    }

    static void expectRights(Part item, String... rights) {
        List<String> told = item.at("/rights").texts();
        if (told.size() != rights.length || !Set.copyOf(told).equals(Set.of(rights))) {
            item.at("/rights").fail("the rights " + String.join(", ", rights));
        }
    }

    private static void expectNoReference(Answer answer, Representation... entries) {
        for (Representation entry : entries) {
            if (answer.body().text().contains(entry.reference())) {
                answer.fail("nothing of the registry's own reference", "the reference", "/items");
            }
        }
    }

    private static void expectOrder(List<Part> items) {
        List<String> names = items.stream().map(i -> i.at("/name").text()).toList();
        if (!names.equals(NAMES)) {
            throw ConformanceFailure.of("the names in order of their code points: " + NAMES, names.toString());
        }
        List<Part> sorted = items.stream()
                .sorted(BY_NAME.thenComparing(i -> i.at("/id").text()))
                .toList();
        if (!Pages.ids(sorted).equals(Pages.ids(items))) {
            throw ConformanceFailure.of("those of the same name in order of their ids", "another order");
        }
    }
}
