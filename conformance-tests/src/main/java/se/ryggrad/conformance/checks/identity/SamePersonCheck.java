package se.ryggrad.conformance.checks.identity;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.http.Finding;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.NotObserved;
import se.ryggrad.conformance.issuer.Issuer;
import se.ryggrad.conformance.issuer.TokenBuilder;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.target.Target;

/** Checks that a person is one and the same, however they log in. */
@ConformanceCheck
class SamePersonCheck {

    @Requirement("ID-026")
    @Test
    void id026_knowsAPersonWhateverTheSubject(Http http, People people, Cases cases) {
        Person person = people.person();
        Submitted submitted = cases.plain(person);
        expectSame(http, person, submitted, person.token());
    }

    @Requirement("ID-026")
    @Test
    void id026_knowsAPersonFromWhicheverIssuer(Http http, People people, Cases cases, Target target) {
        Issuer second = people.issuers().otherPerson();
        if (!target.issuers().contains(second.url())) {
            String hint = "doctor --print-settings lists it: without it nobody sees whether two logins are one person.";
            String expected = "a second issuer of persons, " + second.url();
            throw new NotObserved(
                    new Finding(expected, "not among the issuers of /capabilities", null, null, hint),
                    Blame.CONFIGURATION);
        }
        Person person = people.person();
        Submitted submitted = cases.plain(person);
        expectSame(http, person, submitted, person.token().issuer(second));
    }

    private static void expectSame(Http http, Person person, Submitted submitted, TokenBuilder login) {
        String id = http.get("/me").as(person).send().expect(200).at("/id").text();
        String other = login.claim("sub", UUID.randomUUID().toString()).compact();
        http.get("/me").bearer(other).send().expect(200).at("/id").is(id);
        http.get(submitted.live().path()).bearer(other).send().expect(200);
    }
}
