package se.ryggrad.conformance.checks.protection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.contract.Pages;
import se.ryggrad.conformance.contract.Together;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Papers;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.representation.Conduct;
import tools.jackson.databind.JsonNode;

/** Checks that somebody about whom the registry of persons does not answer counts as protected. */
@ConformanceCheck
class SilentRegistryCheck {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final List<Conduct> QUICK =
            List.of(Conduct.FAILS, Conduct.DENIES, Conduct.BREAKS_OFF, Conduct.SPEAKS_OTHERWISE, Conduct.LEADS_AWAY);
    private static final List<Conduct> SLOW = List.of(Conduct.NEVER_ENDS, Conduct.FALLS_SILENT, Conduct.IS_SILENT);

    @Requirement("ID-062")
    @Test
    void id062_takesSilenceForAProtection(People people, Cases cases, Uploads uploads, Nonces nonces) {
        Scene scene = Scene.begin(people, cases, uploads, nonces);
        Officer officer = people.officer();
        scene.requireOpen(officer);
        scene.requireOpen(scene.other());
        for (Conduct conduct : QUICK) {
            people.asked(scene.applicant(), conduct);
            scene.live().read(officer).hint(words(conduct)).expectProblem(404, "not-found");
            scene.live()
                    .read(scene.other())
                    .hint(words(conduct))
                    .expect(200)
                    .at("/form/street")
                    .isMissing();
            people.asked(scene.applicant(), Conduct.ANSWERS);
            scene.live().read(officer).expect(200).at("/form").is(scene.form());
        }
        people.asked(scene.applicant(), Conduct.FAILS);
        scene.live().read(scene.trusted()).expect(200).at("/form").is(scene.form());
    }

    @Requirement("ID-062")
    @Test
    void id062_doesNotWaitForLong(People people, Cases cases) {
        List<Callable<Answer>> tasks = new ArrayList<>();
        for (Conduct conduct : SLOW) {
            Person applicant = people.person();
            LiveCase live = cases.submitted(applicant, Services.CONTACT).live();
            Officer officer = people.officer();
            live.read(officer).expect(200);
            tasks.add(() -> {
                people.asked(applicant, conduct);
                Answer answer = live.read(officer);
                people.asked(applicant, Conduct.ANSWERS);
                answer.hint(words(conduct)).expectProblem(404, "not-found");
                if (answer.exchange().took().compareTo(LONGEST) > 0) {
                    answer.fail(
                            "an answer within 10 s", answer.exchange().took().toString(), null);
                }
                return live.read(officer).expect(200);
            });
        }
        Together.all(tasks);
    }

    private static String words(Conduct conduct) {
        return "The registry of persons that the suite plays "
                + conduct.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ".";
    }

    /** At the other authority, whose officers list little: a question for a list fails for all that it is about. */
    @Requirement("ID-062")
    @Test
    void id062_takesACaseAndListsItWhenTheRegistryHasAnswered(Http http, People people, Cases cases) {
        Person applicant = people.person();
        Person other = people.person();
        Officer officer = people.officer(Office.B);
        Officer trusted = people.trusted(Office.B);
        people.asked(other, Conduct.FAILS);
        JsonNode body = Bodies.newCase(Services.B, "Tyst register")
                .set("parties", Json.array(Papers.party("co-applicant", other)));
        Answer begun = cases.send(applicant, body).expect(201);
        String id = begun.at("/id").text();
        String path = "/cases?updatedSince=" + begun.at("/updatedAt").text();
        expectListed(http, officer, path, id, false);
        expectListed(http, trusted, path, id, true);
        people.asked(other, Conduct.ANSWERS);
        expectListed(http, officer, path, id, true);
        people.asked(other, Conduct.FAILS);
        expectListed(http, officer, path, id, true);
        people.asked(other, Conduct.ANSWERS);
    }

    private static void expectListed(Http http, Officer reader, String path, String id, boolean listed) {
        boolean there = Pages.find(listed ? Pages.allWith(http, path, reader, id) : Pages.all(http, path, reader), id)
                .isPresent();
        if (there != listed) {
            throw ConformanceFailure.of(
                    listed ? "the case in the officer's list" : "no case in the officer's list",
                    there ? "there" : "not there");
        }
    }
}
