package se.ryggrad.conformance.checks.minasidor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.issuer.TokenBuilder;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import tools.jackson.databind.JsonNode;

/** Checks which tokens with the claim {@code act} are good at all. Each fault is made in a token that is good without it. */
@ConformanceCheck
class ExchangedTokenCheck {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final String OTHER = "https://example.org/other";
    private static final JsonNode NOTHING = Json.read("null");

    @Requirement("MINA-007")
    @Test
    void mina007_isGoodForFiveMinutesFromWhenItWasIssued(Http http, Cases cases) {
        Person person = cases.plain().applicant();
        expectGood(http, person.token());
        TokenBuilder exchanged = person.exchanged().token();
        expectGood(http, exchanged.copy());
        expectGood(http, exchanged.copy().lasting(LONGEST));
        expectBad(http, exchanged.copy().lasting(LONGEST.plusSeconds(1)));
        expectBad(http, exchanged.copy().lasting(Duration.ofMinutes(30)));
        long before = Instant.now().getEpochSecond() - 200;
        expectGood(http, exchanged.copy().claim("iat", before).claim("exp", before + LONGEST.toSeconds()));
        expectBad(http, exchanged.copy().claim("iat", before).claim("exp", before + LONGEST.toSeconds() + 1));
        expectBad(http, exchanged.copy().without("iat"));
    }

    @Requirement("MINA-007")
    @Test
    void mina007_isNotIssuedAhead(Http http, Cases cases) {
        TokenBuilder token = cases.plain().applicant().exchanged().token();
        long now = Instant.now().getEpochSecond();
        for (int seconds : List.of(0, 30)) {
            expectGood(http, token.copy().claim("iat", now + seconds).claim("exp", now + 240));
        }
        for (int seconds : List.of(120, 200)) {
            expectBad(http, token.copy().claim("iat", now + seconds).claim("exp", now + 240));
        }
    }

    @Requirement("MINA-007")
    @Test
    void mina007_isGoodAtOneAudienceAlone(Http http, Cases cases) {
        Person person = cases.plain().applicant();
        TokenBuilder token = person.exchanged().token();
        String base = token.claimed("aud");
        expectGood(http, token.copy().claim("aud", List.of(base)));
        for (List<String> several : List.of(List.of(base, OTHER), List.of(OTHER, base))) {
            expectGood(http, person.token().claim("aud", several));
            expectBad(http, token.copy().claim("aud", several));
        }
    }

    @Requirement("MINA-007")
    @Test
    void mina007_namesWhoUsesItInAnObject(Http http, Cases cases) {
        TokenBuilder token = cases.plain().applicant().exchanged().token();
        expectGood(http, token.copy());
        for (Object act : List.of(
                "suite-portal",
                true,
                7,
                NOTHING,
                Json.object(),
                Json.object("sub", ""),
                Json.object("sub", 7),
                Json.object("sub", NOTHING),
                Json.object("client_id", "suite-portal"),
                Json.array("suite-portal"),
                Json.array(Json.object("sub", "suite-portal")))) {
            expectBad(http, token.copy().claim("act", act));
        }
    }

    @Requirement("MINA-007")
    @Test
    void mina007_isForPersonsAlone(Http http, Cases cases, People people) {
        expectGood(http, cases.plain().applicant().exchanged().token());
        TokenBuilder officer = people.officer().token().lasting(LONGEST);
        http.get("/cases").bearer(officer.copy().compact()).send().expect(200);
        TokenBuilder system =
                people.system("events:read", "overview:read").token().lasting(LONGEST);
        http.get("/events").bearer(system.copy().compact()).send().expect(200);
        for (TokenBuilder token : List.of(officer, system)) {
            token.claim("act", Json.object("sub", "suite-portal")).claim("scope", "events:read overview:read");
            for (String path : List.of(Overview.PATH, "/cases", "/events", "/me")) {
                http.get(path).bearer(token.copy().compact()).send().expectProblem(401, "not-authenticated");
            }
        }
    }

    @Requirement("MINA-007")
    @Test
    void mina007_isJudgedWhateverIsAskedFor(Http http, Cases cases) {
        TokenBuilder token = cases.plain().applicant().exchanged().token();
        expectGood(http, token.copy());
        for (TokenBuilder bad : List.of(
                token.copy().lasting(LONGEST.plusSeconds(1)),
                token.copy().claim("act", NOTHING),
                token.copy().claim("act", Json.object("sub", "")))) {
            for (String path : List.of("/me", "/me/representations", "/cases")) {
                http.get(path).bearer(bad.compact()).send().expectProblem(401, "not-authenticated");
            }
        }
    }

    private static void expectGood(Http http, TokenBuilder token) {
        http.get(Overview.PATH).bearer(token.compact()).send().expect(200);
    }

    private static void expectBad(Http http, TokenBuilder token) {
        http.get(Overview.PATH).bearer(token.compact()).send().expectProblem(401, "not-authenticated");
    }
}
