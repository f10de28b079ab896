package se.ryggrad.conformance.checks.minasidor;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Representatives;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;

/** Checks that an item tells how far the case has got as the case itself does. */
@ConformanceCheck
class OverviewStatusCheck {

    @Requirement("MINA-004")
    @Test
    void mina004_tellsTheStatusOfTheCaseInBothLanguages(Http http, Cases cases, People people) {
        Person person = people.person();
        Officer officer = people.officer();
        cases.submitted(person, Services.MANUAL);
        cases.submitted(person, Services.INFORMATION);
        cases.plain(person);
        cases.plain(person).live().perform(officer, Bodies.action("assign"));
        cases.plain(person).live().perform(officer, Bodies.action("assign")).perform(officer, Bodies.approve());
        expectStatuses(http, person);
    }

    @Requirement("MINA-004")
    @Test
    void mina004_tellsItToARepresentativeToo(Http http, Cases cases, People people, Representatives representatives) {
        Submitted submitted = cases.submitted(people.person(), Services.REPRESENTED);
        expectStatuses(http, representatives.of(submitted.applicant(), "read"));
    }

    private static void expectStatuses(Http http, Credential reader) {
        Overview overview = new Overview(http, reader);
        Answer answer = overview.read();
        List<Part> items = Overview.ofCases(answer.at("/items").items());
        if (items.isEmpty()) {
            answer.fail("items of cases", "none", "/items");
        }
        for (String language : List.of("sv", "en")) {
            List<Part> listed = overview.listed(language);
            for (Part item : items) {
                Pages.find(listed, item.at("/id").text())
                        .ifPresent(shown -> item.at("/status/" + language)
                                .is(shown.at("/localStatus").node()));
            }
        }
    }
}
