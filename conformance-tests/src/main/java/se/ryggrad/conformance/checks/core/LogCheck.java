package se.ryggrad.conformance.checks.core;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.Afterwards;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Observations;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Finding;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.NotObserved;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;

/** Checks what the system has written into its log, where the run can read it. */
@ConformanceCheck
class LogCheck {

    @Requirement("CORE-045")
    @Afterwards
    @Test
    void core045_keepsIdentityNumbersOutOfTheLog(Http http, People people, Cases cases, Observations observations) {
        provoke(http, people, cases);
        String log = observations.log().filter(text -> !text.isBlank()).orElseThrow(() -> unseen(observations));
        Optional<String> form = observations.canaries().find(log);
        if (form.isPresent()) {
            throw ConformanceFailure.of("no identity number of the run in the log", form.get());
        }
    }

    /** Brings identity numbers in by every way: token, body, path, query and header, where it goes well and ill. */
    private static void provoke(Http http, People people, Cases cases) {
        Person person = people.person();
        String number = people.stranger().digits();
        cases.create(person, Bodies.newCase(Services.PLAIN, number)).perform(person, Bodies.message(number));
        cases.send(person, Bodies.newCase(Services.PLAIN, Json.object(number, number)))
                .expect(422);
        http.get("/cases/" + number).as(person).send().expect(404);
        http.get("/cases").as(person).query("status", number).send().expect(400);
        http.post("/cases").as(person).key(number).json(Json.object()).send().expect(400);
        http.get("/cases").bearer(person.token().tampered().compact()).send().expect(401);
    }

    private static NotObserved unseen(Observations observations) {
        String told = observations.log().isPresent() ? "a log without a line since the run began" : "no log";
        String expected = "the system's log, by --log-file or --start";
        return new NotObserved(Finding.of(expected, told), Blame.CONFIGURATION);
    }
}
