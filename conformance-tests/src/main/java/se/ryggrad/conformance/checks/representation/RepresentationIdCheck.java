package se.ryggrad.conformance.checks.representation;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Representatives;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.issuer.Issuer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Proxy;
import se.ryggrad.conformance.representation.Representation;
import se.ryggrad.conformance.target.Target;

/** Checks that the id of a representation is one person's at one principal. */
@ConformanceCheck
class RepresentationIdCheck {

    /** Principals that a system under test may serve beside its own; where it serves none, nothing is asked. */
    private static final List<String> PRINCIPALS = List.of("2581", "2582", "2281", "1262");

    @Requirement("ID-045")
    @Test
    void id045_keepsAnIdBetweenRequests(Http http, People people, Representatives representatives, Target target) {
        Representation entry = Representation.of(people.registered(people.person()));
        Proxy proxy = representatives.by(entry);
        people.represents(proxy.person(), Representation.of(people.organisation()), entry);
        Proxy again = representatives.listed(proxy.person(), entry);
        if (!again.id().equals(proxy.id())) {
            throw ConformanceFailure.of("the same id in the next list", "another");
        }
        http.get("/me").as(proxy).send().expect(200).at("/onBehalfOf/id").is(proxy.id());
        Issuer second = people.issuers().otherPerson();
        if (target.issuers().contains(second.url())) {
            String login = proxy.person().token().issuer(second).compact();
            http.get("/me").bearer(login).onBehalfOf(proxy.id()).send().expect(200);
        }
    }

    @Requirement("ID-045")
    @Test
    void id045_givesEachPersonAnIdOfTheirOwn(Http http, People people, Representatives representatives) {
        Representation shared = Representation.of("guardian", people.registered(people.person()));
        Proxy one = representatives.by(shared);
        Proxy other = representatives.by(shared);
        if (one.id().equals(other.id())) {
            throw ConformanceFailure.of("another id for another person", "the same");
        }
        for (Proxy each : List.of(one, other)) {
            http.get("/cases").as(each).send().expect(200);
        }
        for (Proxy crossed : List.of(new Proxy(one.person(), other.id()), new Proxy(other.person(), one.id()))) {
            http.get("/cases").as(crossed).send().expectProblem(403, "forbidden");
        }
    }

    @Requirement("ID-045")
    @Test
    void id045_givesAnotherIdAtAnotherPrincipal(
            Http http, People people, Representatives representatives, Target target) {
        Representation entry = Representation.of(people.registered(people.person()));
        Proxy here = representatives.by(entry);
        http.get("/me").as(here).send().expect(200);
        elsewhere(http, target).ifPresent(base -> {
            String login = here.person().token().claim("aud", base).compact();
            Answer listed = http.get(base + "/me/representations").bearer(login).send();
            if (listed.status() == 200 && listed.body().text().contains(entry.name())) {
                String there = listed.at("/items/0/id").isNot(here.id()).text();
                http.get(base + "/me").bearer(login).onBehalfOf(there).send().expect(200);
                http.get(base + "/me")
                        .bearer(login)
                        .onBehalfOf(here.id())
                        .send()
                        .expectProblem(403, "forbidden");
                http.get("/me").as(new Proxy(here.person(), there)).send().expectProblem(403, "forbidden");
            }
        });
    }

    /** Returns the base URL of another principal of the same server, if one is found where the standard puts it. */
    private static Optional<String> elsewhere(Http http, Target target) {
        String own = target.text("/principal/id").orElse("");
        String base = target.audience();
        return PRINCIPALS.stream()
                .filter(other -> !other.equals(own) && base.endsWith("/" + own + "/v1"))
                .map(other -> base.substring(0, base.length() - own.length() - 3) + other + "/v1")
                .filter(other -> http.get(other + "/capabilities").send().status() == 200)
                .findFirst();
    }
}
