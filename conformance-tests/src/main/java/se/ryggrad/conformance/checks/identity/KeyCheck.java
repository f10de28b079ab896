package se.ryggrad.conformance.checks.identity;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.doctor.Pause;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.issuer.Issuer;
import se.ryggrad.conformance.issuer.SigningKey;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.SystemClient;

/** Checks how the keys of issuers are fetched. */
@ConformanceCheck
class KeyCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration COOL_DOWN = Duration.ofSeconds(10);

    @Requirement("ID-012")
    @Test
    void id012_acceptsANewKeySoonAndWithoutARestart(Http http, People people) {
        Officer officer = people.officer();
        http.get("/me").as(officer).send().expect(200);
        SigningKey added = people.issuers().officer().publishNewKey();
        String token = officer.token().key(added).compact();
        long end = System.nanoTime() + PATIENCE.toNanos();
        Answer answer = http.get("/me").bearer(token).send();
        while (answer.status() == 401 && System.nanoTime() < end) {
            Pause.brief();
            answer = http.get("/me").bearer(token).send();
        }
        answer.hint("Fetch the JWKS again when a kid is unknown; at most once per 10 seconds.")
                .expect(200);
        http.get("/me").as(officer).send().expect(200);
    }

    @Requirement("ID-013")
    @Test
    void id013_doesNotFetchForEveryUnknownKey(Http http, People people) {
        SystemClient client = people.system("events:read");
        Issuer issuer = people.issuers().system();
        http.get("/events").as(client).send().expect(200);
        long start = System.nanoTime();
        for (int i = 0; i < 12; i++) {
            http.get("/events")
                    .bearer(client.token().key(SigningKey.elliptic()).compact())
                    .send()
                    .expect(401);
        }
        long asked = issuer.fetches().stream().filter(at -> at >= start).count();
        long allowed = 1 + Duration.ofNanos(System.nanoTime() - start).dividedBy(COOL_DOWN);
        if (asked > allowed) {
            throw ConformanceFailure.of("at most " + allowed + " fetches for twelve unknown kids", asked + " fetches");
        }
        http.get("/events").as(client).send().expect(200);
    }
}
