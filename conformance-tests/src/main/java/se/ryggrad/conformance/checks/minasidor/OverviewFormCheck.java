package se.ryggrad.conformance.checks.minasidor;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.Representatives;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.Proxy;
import tools.jackson.databind.node.ObjectNode;

/** Checks what an item consists of, and whom it says that it is for. */
@ConformanceCheck
class OverviewFormCheck {

    private static final List<String> ALWAYS =
            List.of("for", "id", "kind", "title", "status", "updatedAt", "actionRequired");
    private static final List<String> SOMETIMES = List.of("dueOn", "link");
    private static final String INSTANT = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z";

    @Requirement("MINA-002")
    @Test
    void mina002_hasItsMembersAndNoOthers(Http http, Cases cases) {
        Handled handled = cases.waiting();
        Person person = handled.applicant();
        cases.plain(person);
        cases.submitted(person, Services.INFORMATION);
        Handled undated = cases.assigned();
        ObjectNode request = Bodies.request(undated.party());
        request.remove("dueOn");
        undated.live().perform(undated.officer(), request);
        for (Person reader : List.of(person, undated.applicant())) {
            for (String language : List.of("sv", "en")) {
                http.get(Overview.PATH)
                        .as(reader)
                        .language(language)
                        .send()
                        .expect(200)
                        .at("/items")
                        .items()
                        .forEach(OverviewFormCheck::expectForm);
            }
        }
        new Overview(http, person).item(handled.live()).at("/dueOn").matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    }

    private static void expectForm(Part item) {
        Set<String> names = new TreeSet<>(item.node().propertyNames());
        names.removeAll(ALWAYS);
        names.removeAll(SOMETIMES);
        if (!names.isEmpty()) {
            item.fail("no member but " + ALWAYS + " and " + SOMETIMES);
        }
        for (String name : List.of("/for", "/id", "/kind", "/title/sv", "/title/en", "/status/sv", "/status/en")) {
            item.at(name).matches(".*\\S.*");
        }
        item.at("/id").matches(".{1,200}");
        item.at("/updatedAt").matches(INSTANT);
        item.at("/actionRequired").isOneOf(true, false);
        for (String name : SOMETIMES) {
            Part member = item.at("/" + name);
            if (member.present()) {
                member.text();
            }
        }
    }

    @Requirement("MINA-002")
    @Test
    void mina002_isForTheSubOfTheToken(Http http, Cases cases, People people, Representatives representatives) {
        Submitted submitted = cases.submitted(people.person(), Services.REPRESENTED);
        Person person = submitted.applicant();
        for (Person login : List.of(person, person.exchanged(), person.exchanged(), person)) {
            new Overview(http, login)
                    .item(submitted.live())
                    .at("/for")
                    .is(login.token().claimed("sub"));
        }
        Proxy proxy = representatives.of(person);
        new Overview(http, proxy)
                .item(submitted.live())
                .at("/for")
                .is(proxy.person().token().claimed("sub"));
    }
}
