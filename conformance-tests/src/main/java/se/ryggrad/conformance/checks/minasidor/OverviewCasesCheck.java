package se.ryggrad.conformance.checks.minasidor;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Representatives;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.people.Assurance;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.Proxy;
import se.ryggrad.conformance.representation.Representation;

/** Checks that the overview has the cases of the list of cases, and no other. */
@ConformanceCheck
class OverviewCasesCheck {

    private static final int PAGE = 2;
    private static final int CHILD = 8;

    @Requirement("MINA-003")
    @Test
    void mina003_hasTheCasesOfTheListInItsOrder(Http http, Cases cases, People people) {
        Person person = people.person();
        Officer officer = people.officer();
        LiveCase first = cases.plain(person).live();
        LiveCase second = cases.submitted(person, Services.MANUAL).live();
        LiveCase closed = cases.submitted(person, Services.INFORMATION).live();
        LiveCase asked = cases.plain(person).live();
        LiveCase last = cases.plain(person).live();
        cases.plain();
        first.perform(person, Bodies.supplement("Ändrat sist av allt."));
        asked.perform(officer, Bodies.action("assign"));
        asked.perform(officer, Bodies.request(asked.text(officer, "/parties/0/id")));
        Overview overview = new Overview(http, person);
        overview.expectAsListed(first, second, closed, asked, last);
        List<String> whole = Pages.ids(overview.listed("sv"));
        List<String> paged = Pages.ids(Overview.ofCases(Pages.all(
                page -> http.get(Overview.PATH)
                        .as(person)
                        .query("limit", PAGE)
                        .query("page", page)
                        .send(),
                PAGE)));
        if (!paged.equals(whole)) {
            throw ConformanceFailure.of("page by page the cases " + whole, paged.toString());
        }
    }

    @Requirement("MINA-003")
    @Test
    void mina003_followsTheLatestChange(Http http, Cases cases) {
        Handled handled = cases.assigned();
        Person person = handled.applicant();
        Overview overview = new Overview(http, person);
        String before = overview.item(handled.live()).at("/updatedAt").text();
        handled.live().perform(handled.officer(), Bodies.request(handled.party()));
        overview.item(handled.live()).at("/updatedAt").isNot(before);
        overview.expectAsListed(handled.live());
    }

    @Requirement("MINA-003")
    @Test
    void mina003_leavesOutWhatTheLevelDoesNotReach(Http http, Cases cases, People people) {
        Person person = people.person();
        Officer registrar = people.registrar().at(Assurance.LOA4);
        LiveCase low = cases.plain(person).live();
        LiveCase high = cases.create(registrar, Papers.of(Services.HIGH, Papers.party("applicant", person)));
        new Overview(http, person.at(Assurance.LOA4)).expectAsListed(low, high);
        new Overview(http, person).expectAsListed(low);
        new Overview(http, person.at(Assurance.LOA2)).expectAsListed();
    }

    @Requirement("MINA-003")
    @Test
    void mina003_leavesOutThePartyWhoHasEnded(Http http, Cases cases, People people) {
        Person applicant = people.person();
        Person other = people.person();
        Officer officer = people.officer();
        LiveCase live = cases.create(
                people.registrar(),
                Papers.of(Papers.party("applicant", applicant), Papers.party("co-applicant", other)));
        LiveCase own = cases.plain(other).live();
        new Overview(http, other).expectAsListed(live, own);
        live.perform(officer, Bodies.action("assign"));
        live.perform(officer, Bodies.endParty(live.text(officer, "/parties/1/id")));
        new Overview(http, other).expectAsListed(own);
        new Overview(http, applicant).expectAsListed(live);
    }

    @Requirement("MINA-003")
    @Test
    void mina003_keepsWhoIsRepresentedApart(Http http, Cases cases, People people, Representatives representatives) {
        Person represented = people.person();
        Proxy proxy = representatives.of(represented, "read", "submit");
        LiveCase theirs = cases.submitted(represented, Services.REPRESENTED).live();
        LiveCase begun = cases.create(proxy, Bodies.newCase(Services.REPRESENTED, "ombud"));
        LiveCase own = cases.submitted(proxy.person(), Services.REPRESENTED).live();
        new Overview(http, proxy).expectAsListed(theirs, begun);
        new Overview(http, representatives.of(represented, "read")).expectAsListed(theirs, begun);
        new Overview(http, represented).expectAsListed(theirs, begun);
        new Overview(http, proxy.person()).expectAsListed(own);
    }

    @Requirement("MINA-003")
    @Test
    void mina003_leavesOutWhatAGuardianDoesNotSee(
            Http http, Cases cases, People people, Representatives representatives) {
        Person child = people.bornBefore(Bodies.today().minusYears(CHILD));
        LiveCase open = cases.submitted(child, Services.REPRESENTED).live();
        LiveCase secret = cases.submitted(child, Services.SECRET).live();
        Proxy guardian = representatives.by(Representation.of("guardian", people.registered(child)));
        new Overview(http, guardian).expectAsListed(open);
        new Overview(http, child).expectAsListed(open, secret);
    }
}
