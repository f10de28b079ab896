package se.ryggrad.conformance.checks.representation;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Representatives;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.Proxy;
import se.ryggrad.conformance.representation.Representation;

/** Checks which cases a representation reaches, by its kind, its services and the age of a child. */
@ConformanceCheck
class RepresentationReachCheck {

    private static final int AGE = 13;

    @Requirement("ID-048")
    @Test
    void id048_reachesNoServiceThatDoesNotAllowTheKind(
            Http http, People people, Cases cases, Representatives representatives) {
        Person represented = people.person();
        LiveCase allowed = cases.submitted(represented, Services.REPRESENTED).live();
        LiveCase refused = cases.submitted(represented, Services.GUARDIAN).live();
        LiveCase closed = cases.plain(represented).live();
        Proxy proxy = representatives.of(represented);
        expectReached(http, allowed, proxy);
        expectNotReached(http, refused, proxy);
        expectNotReached(http, closed, proxy);
        expectOneCounted(http, proxy);
        expectBegun(cases, proxy, Services.REPRESENTED);
        expectRefused(cases, proxy, Services.GUARDIAN);
        expectRefused(cases, proxy, Services.PLAIN);
    }

    @Requirement("ID-048")
    @Test
    void id048_reachesNoServiceThatItIsNotFor(Http http, People people, Cases cases, Representatives representatives) {
        Person represented = people.person();
        LiveCase named = cases.submitted(represented, Services.REPRESENTED).live();
        LiveCase unnamed = cases.submitted(represented, Services.SECRET).live();
        Representation entry = Representation.of(people.registered(represented));
        Proxy everywhere = representatives.by(entry);
        expectReached(http, unnamed, everywhere);
        Proxy proxy = representatives.by(entry.with("services", List.of(Services.REPRESENTED.id())));
        expectReached(http, named, proxy);
        expectNotReached(http, unnamed, proxy);
        expectOneCounted(http, proxy);
        expectBegun(cases, proxy, Services.REPRESENTED);
        expectRefused(cases, proxy, Services.SECRET);
        expectBegun(cases, everywhere, Services.SECRET);
    }

    @Requirement("ID-049")
    @Test
    void id049_letsAGuardianSeeToTheDayBeforeTheChildTurns13(
            Http http, People people, Cases cases, Representatives representatives) {
        expectAge(http, cases, representatives, people, people.born(tomorrow()), people.born(today()));
    }

    @Requirement("ID-049")
    @Test
    void id049_readsTheDayOfBirthInASamordningsnummer(
            Http http, People people, Cases cases, Representatives representatives) {
        expectAge(http, cases, representatives, people, people.coordinated(tomorrow()), people.coordinated(today()));
    }

    @Requirement("ID-049")
    @Test
    void id049_reachesNoChildWhoseAgeIsNotKnown(People people, Cases cases, Representatives representatives) {
        Proxy guardian = representatives.by(Representation.of("guardian", people.foreigner()));
        expectBegun(cases, guardian, Services.REPRESENTED);
        expectRefused(cases, guardian, Services.GUARDIAN);
        Person child = people.born(tomorrow());
        expectBegun(cases, guardian(people, representatives, child), Services.GUARDIAN);
    }

    @Requirement("ID-049")
    @Test
    void id049_showsAGuardianNothingWhereTheServiceSaysNone(
            Http http, People people, Cases cases, Representatives representatives) {
        Person represented = people.person();
        LiveCase secret = cases.submitted(represented, Services.SECRET).live();
        LiveCase open = cases.submitted(represented, Services.REPRESENTED).live();
        Proxy guardian = guardian(people, representatives, represented);
        Proxy holder = representatives.of(represented);
        expectReached(http, secret, holder);
        expectReached(http, open, guardian);
        expectNotReached(http, secret, guardian);
        expectBegun(cases, holder, Services.SECRET);
        expectRefused(cases, guardian, Services.SECRET);
    }

    private static void expectAge(
            Http http, Cases cases, Representatives representatives, People people, Person below, Person of) {
        LiveCase seen = cases.submitted(below, Services.GUARDIAN).live();
        LiveCase unseen = cases.submitted(of, Services.GUARDIAN).live();
        Proxy ofBelow = guardian(people, representatives, below);
        Proxy ofOlder = guardian(people, representatives, of);
        expectReached(http, seen, ofBelow);
        expectNotReached(http, unseen, ofOlder);
        expectBegun(cases, ofBelow, Services.GUARDIAN);
        expectRefused(cases, ofOlder, Services.GUARDIAN);
        expectBegun(cases, ofOlder, Services.REPRESENTED);
    }

    private static Proxy guardian(People people, Representatives representatives, Person child) {
        return representatives.by(Representation.of("guardian", people.registered(child)));
    }

    private static void expectOneCounted(Http http, Proxy proxy) {
        http.get("/cases")
                .as(proxy)
                .query("count", "true")
                .send()
                .expect(200)
                .at("/total")
                .is(1);
    }

    private static void expectReached(Http http, LiveCase live, Proxy proxy) {
        live.read(proxy).expect(200);
        live.events(proxy).expect(200);
        if (!listed(http, proxy).contains(live.id())) {
            live.read(proxy).fail("the case in the list too", "not there", null);
        }
    }

    private static void expectNotReached(Http http, LiveCase live, Proxy proxy) {
        live.read(proxy).expectProblem(404, "not-found");
        live.events(proxy).expectProblem(404, "not-found");
        live.acting(proxy, Bodies.message("hej")).send().expectProblem(404, "not-found");
        if (listed(http, proxy).contains(live.id())) {
            live.read(proxy).fail("the case missing from the list too", "there", null);
        }
    }

    private static List<String> listed(Http http, Proxy proxy) {
        return Pages.ids(Pages.all(http, "/cases", proxy));
    }

    private static void expectBegun(Cases cases, Proxy proxy, Services service) {
        begin(cases, proxy, service).expect(201);
    }

    private static void expectRefused(Cases cases, Proxy proxy, Services service) {
        begin(cases, proxy, service).expectProblem(403, "forbidden");
    }

    private static Answer begin(Cases cases, Proxy proxy, Services service) {
        return cases.send(proxy, Bodies.newCase(service, "ombud"));
    }

    /** Returns the day of birth of somebody who turns 13 today. */
    private static LocalDate today() {
        return Bodies.today().minusYears(AGE);
    }

    /** Returns the day of birth of somebody who soon turns 13, never 29 February, which not every year has. */
    private static LocalDate tomorrow() {
        LocalDate born = today().plusDays(1);
        return born.getMonthValue() == 2 && born.getDayOfMonth() == 29 ? born.plusDays(1) : born;
    }
}
