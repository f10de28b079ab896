package se.ryggrad.conformance.checks.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.fixture.portal.OverviewIndex;
import se.ryggrad.conformance.fixture.portal.PushingSource;
import se.ryggrad.conformance.fixture.webhooks.Webhooks;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Finding;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.NotObserved;
import se.ryggrad.conformance.issuer.Issuer;
import se.ryggrad.conformance.issuer.SigningKey;
import se.ryggrad.conformance.issuer.Slot;
import se.ryggrad.conformance.issuer.TokenBuilder;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.target.Target;

/** Checks that faulty access tokens are refused. Each fault is made in a token that is good without it. */
@ConformanceCheck
class TokenCheck {

    @Requirement("ID-001")
    @Test
    void id001_asksForATokenAndSaysWhereToGetOne(Http http, People people, Target target) {
        http.get("/me").as(people.person()).send().expect(200);
        for (String path : protectedPaths(target)) {
            Answer answer = http.get(path).send().expectProblem(401, "not-authenticated");
            answer.expectHeader("WWW-Authenticate", "(?i)Bearer\\b.*resource_metadata=\"?https?://.+");
        }
        if (target.plays("mina-sidor")) {
            http.get("/overview").send().expectProblem(401, "not-authenticated");
        }
        http.post("/me/representations/searches").json("{}").send().expectProblem(401, "not-authenticated");
    }

    @Requirement("ID-002")
    @Test
    void id002_refusesAFaultyTokenOnPublicResourcesToo(Http http, People people) {
        Person person = people.person();
        String tampered = person.token().tampered().compact();
        for (String path : List.of("/capabilities", "/services", "/api-info", "/me")) {
            http.get(path).as(person).send().expect(200);
            for (String bad : List.of("junk", "a.b.c", tampered)) {
                Answer answer = http.get(path).bearer(bad).send().expectProblem(401, "not-authenticated");
                answer.expectHeader("WWW-Authenticate", "(?i)Bearer\\b.*error=\"?invalid_token\"?.*");
            }
        }
    }

    @Requirement("ID-003")
    @Test
    void id003_acceptsThreeAlgorithms(Http http, People people) {
        TokenBuilder token = people.person().token();
        expectGood(http, token.copy());
        expectGood(http, token.copy().key(people.issuers().person().rsaKey()).algorithm("RS256"));
        expectGood(http, token.copy().key(people.issuers().person().rsaKey()).algorithm("PS256"));
    }

    @Requirement("ID-004")
    @Test
    void id004_refusesNoneSharedSecretsAndWrongSignatures(Http http, People people) {
        TokenBuilder token = people.person().token();
        Issuer issuer = people.issuers().person();
        expectGood(http, token.copy());
        expectBad(http, token.copy().algorithm("none"));
        expectBad(http, token.copy().algorithm("None"));
        byte[] secret = issuer.rsaKey().pair().getPublic().getEncoded();
        for (String algorithm : List.of("HS256", "HS384", "HS512")) {
            expectBad(
                    http, token.copy().key(issuer.rsaKey()).algorithm(algorithm).secret(secret));
        }
        expectBad(http, token.copy().tampered());
        expectBad(http, token.copy().forgedWith(SigningKey.elliptic()));
        String good = token.copy().compact();
        String unsigned = good.substring(0, good.lastIndexOf('.') + 1);
        http.get("/me").bearer(unsigned).send().expect(401);
    }

    @Requirement("ID-004")
    @Test
    void id004_refusesAKnownKeyOfAnotherAlgorithm(Http http, People people) {
        TokenBuilder token = people.person().token();
        expectGood(http, token.copy());
        String other = people.issuers().person().rsaKey().id();
        expectBad(http, token.copy().header("kid", other));
    }

    @Requirement("ID-005")
    @Test
    void id005_refusesTokensOfAnotherType(Http http, People people) {
        TokenBuilder token = people.person().token();
        expectGood(http, token.copy());
        expectBad(http, token.copy().withoutHeader("typ"));
        expectBad(http, token.copy().header("typ", "JWT"));
        expectBad(http, token.copy().header("typ", "id+jwt"));
        for (String good : List.of("AT+JWT", "application/at+jwt", "Application/At+Jwt")) {
            expectGood(http, token.copy().header("typ", good));
        }
    }

    @Requirement("ID-006")
    @Test
    void id006_comparesTheAudienceExactly(Http http, People people, Target target) {
        TokenBuilder token = people.person().token();
        String base = target.audience();
        expectGood(http, token.copy());
        expectGood(http, token.copy().claim("aud", List.of("https://example.org/other", base)));
        String shorter = base.substring(0, base.lastIndexOf('/'));
        for (String other : List.of(base + "/", base.toUpperCase(Locale.ROOT), base + "2", shorter, "")) {
            expectBad(http, token.copy().claim("aud", other));
        }
        expectBad(http, token.copy().claim("aud", List.of("https://example.org/other")));
        expectBad(http, token.copy().without("aud"));
    }

    @Requirement("ID-007")
    @Test
    void id007_holdsToTheTimesInTheToken(Http http, People people) {
        TokenBuilder token = people.person().token();
        expectGood(http, token.copy().claim("nbf", secondsAhead(-10)));
        expectGood(http, token.copy().claim("nbf", secondsAhead(40)));
        inTime(http, () -> token.copy().expiresIn(Duration.ofSeconds(-40)), Duration.ofSeconds(15))
                .expect(200);
        expectBad(http, token.copy().without("exp"));
        expectBad(http, token.copy().claim("exp", "later"));
        expectBad(http, token.copy().expiresIn(Duration.ofSeconds(-90)));
        expectBad(http, token.copy().expiresIn(Duration.ofDays(-1)));
        expectBad(http, token.copy().claim("nbf", secondsAhead(600)));
        inTime(http, () -> token.copy().claim("nbf", secondsAhead(120)), Duration.ofSeconds(45))
                .expectProblem(401, "not-authenticated");
    }

    /** Shows a token whose verdict changes with time; an answer that took longer than the margin says nothing. */
    private static Answer inTime(Http http, Supplier<TokenBuilder> token, Duration margin) {
        long start = System.nanoTime();
        Answer answer = http.get("/me").bearer(token.get().compact()).send();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        if (took.compareTo(margin) > 0) {
            Finding finding = Finding.of("an answer within " + margin, "one after " + took);
            throw new NotObserved(finding, Blame.NETWORK);
        }
        return answer;
    }

    private static long secondsAhead(int seconds) {
        return Instant.now().getEpochSecond() + seconds;
    }

    @Requirement("ID-008")
    @Test
    void id008_refusesOtherIssuers(Http http, People people) {
        TokenBuilder token = people.person().token();
        Slot slot = people.issuers();
        expectGood(http, token.copy());
        expectBad(http, token.copy().issuer(slot.foreign()));
        expectBad(http, token.copy().claim("iss", slot.foreign().url()));
        expectBad(http, token.copy().forgedWith(slot.foreign().key()));
        expectBad(http, token.copy().claim("iss", slot.person().url() + "/"));
        expectBad(http, token.copy().without("iss"));
    }

    @Requirement("ID-009")
    @Test
    void id009_takesNoKeyFromTheTokenItself(Http http, People people) {
        TokenBuilder token = people.person().token();
        Slot slot = people.issuers();
        SigningKey own = SigningKey.elliptic();
        expectGood(http, token.copy());
        expectBad(http, token.copy().key(own).header("jwk", own.publicJwk()));
        int before = slot.foreign().fetches().size();
        String elsewhere = slot.foreign().url() + "/jwks.json";
        expectBad(http, token.copy().key(slot.foreign().key()).header("jku", elsewhere));
        expectBad(http, token.copy().key(slot.foreign().key()).header("x5u", elsewhere));
        int after = slot.foreign().fetches().size();
        if (after > before) {
            throw ConformanceFailure.of("no fetch of an address that stands in a token", "a fetch of " + elsewhere);
        }
    }

    @Requirement("ID-010")
    @Test
    void id010_needsAKeyIdAndKnowsWhatIsCritical(Http http, People people) {
        TokenBuilder token = people.person().token();
        expectGood(http, token.copy());
        expectBad(http, token.copy().withoutHeader("kid"));
        expectBad(http, token.copy().header("crit", List.of("se.ryggrad.test")).header("se.ryggrad.test", true));
    }

    @Requirement("ID-011")
    @Test
    void id011_takesOneTokenInOneHeader(Http http, People people) {
        Person person = people.person();
        http.get("/me").as(person).raw().send().expect(200);
        http.get("/me").as(person).as(person).raw().send().expect(401);
        http.get("/me").as(person).as(people.officer()).raw().send().expect(401);
        for (String scheme : List.of("Basic ", "Token ", "DPoP ", "")) {
            http.get("/me")
                    .header("Authorization", scheme + person.bearer())
                    .send()
                    .expect(401);
        }
        http.get("/me").header("Authorization", "Basic dXNlcjpwYXNz").send().expect(401);
        http.get("/me")
                .header("Authorization", "bearer " + person.bearer())
                .send()
                .expect(200);
        http.get("/me?access_token=" + person.bearer()).send().expect(401);
    }

    private static void expectGood(Http http, TokenBuilder token) {
        http.get("/me").bearer(token.compact()).send().expect(200);
    }

    private static void expectBad(Http http, TokenBuilder token) {
        http.get("/me").bearer(token.compact()).send().expectProblem(401, "not-authenticated");
    }

    private static List<String> protectedPaths(Target target) {
        String path = "/cases/" + UUID.randomUUID();
        String document = path + "/documents/" + UUID.randomUUID();
        String memos = path + "/memos";
        List<String> all = new ArrayList<>(List.of(
                "/me",
                "/me/representations",
                "/cases",
                "/overview-items",
                "/events",
                "/authorities/" + Office.A.authority() + "/access-log",
                path,
                path + "/events",
                path + "/access-log",
                path + "/export",
                document,
                memos,
                memos + "/" + UUID.randomUUID()));
        if (target.plays(Messages.ROLE)) {
            String letter = "/inbox/" + UUID.randomUUID();
            all.addAll(List.of("/messages/" + UUID.randomUUID(), "/inbox", letter, "/me/contact"));
        }
        if (Webhooks.offeredBy(target)) {
            all.addAll(List.of(Webhooks.PATH, Webhooks.PATH + "/" + UUID.randomUUID()));
        }
        if (OverviewIndex.offeredBy(target)) {
            all.add(PushingSource.pathOf("boden-arenden"));
        }
        return all;
    }
}
