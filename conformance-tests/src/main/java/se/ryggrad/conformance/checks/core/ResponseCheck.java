package se.ryggrad.conformance.checks.core;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.Afterwards;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Observations;
import se.ryggrad.conformance.contract.Contract;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Submitted;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Call;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Finding;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.target.Target;
import se.ryggrad.conformance.wire.Exchange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks what every answer carries: trace, language and rules for caches. */
@ConformanceCheck
class ResponseCheck {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String GIVEN = "00-" + TRACE + "-00f067aa0ba902b7-01";
    private static final String FORM = "00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}";

    @Requirement("CORE-040")
    @Test
    void core040_takesUpTheTraceOfTheRequest(Http http, People people) {
        Person person = people.person();
        for (Call call : List.of(http.get("/capabilities"), http.get("/me").as(person), http.get("/no-such-path"))) {
            Answer answer = call.header("traceparent", GIVEN).send();
            answer.expectHeader("traceparent", "00-" + TRACE + "-[0-9a-f]{16}-[0-9a-f]{2}");
        }
        http.get("/me")
                .header("traceparent", GIVEN)
                .send()
                .expect(401)
                .at("/traceId")
                .is(TRACE);
    }

    @Requirement("CORE-040")
    @Test
    void core040_makesATraceWhereThereIsNone(Http http) {
        List<String> bad = List.of(
                "nonsense",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "ff-" + TRACE + "-00f067aa0ba902b7-01",
                GIVEN.toUpperCase(Locale.ROOT));
        Set<String> seen = new HashSet<>();
        seen.add(TRACE);
        for (int i = 0; i <= bad.size(); i++) {
            Call call = http.get("/me");
            Answer answer = (i == bad.size() ? call : call.header("traceparent", bad.get(i)))
                    .send()
                    .expect(401);
            String trace = answer.expectHeader("traceparent", FORM)
                    .expectHeader("traceparent")
                    .substring(3, 35);
            answer.at("/traceId").is(trace);
            if (!seen.add(trace) || trace.matches("0+")) {
                answer.fail("a trace id of its own", trace, null);
            }
        }
    }

    @Requirement("CORE-041")
    @Test
    void core041_speaksSwedishUnlessEnglishFitsBetter(Http http) {
        String swedish = title(http, "sv");
        String english = title(http, "en");
        if (swedish.equals(english)) {
            throw ConformanceFailure.of("a title in Swedish and another in English", swedish);
        }
        for (String range : List.of("sv-SE", "de, fr;q=0.5", "*", "en;q=0.2, sv", "fr, sv;q=0.1", "en;q=0")) {
            expectLanguage(http.get("/me").language(range).send(), "sv", swedish);
        }
        for (String range : List.of("en-GB", "sv;q=0.3, en;q=0.8", "de, en;q=0.1", "EN")) {
            expectLanguage(http.get("/me").language(range).send(), "en", english);
        }
        expectLanguage(http.get("/me").send(), "sv", swedish);
    }

    @Requirement("CORE-041")
    @Test
    void core041_namesServicesInTheLanguageAskedFor(Http http, Cases cases) {
        Submitted submitted = cases.plain();
        JsonNode title = Contract.service(Services.PLAIN).path("title");
        for (String language : List.of("sv", "en")) {
            Answer answer = http.get(submitted.live().path())
                    .as(submitted.applicant())
                    .language(language)
                    .send()
                    .expect(200);
            answer.at("/service/title").is(title.path(language).asString());
            answer.expectHeader("Content-Language", language + ".*");
        }
    }

    @Requirement("CORE-042")
    @Test
    void core042_keepsPersonalAnswersOutOfCaches(Http http, People people, Cases cases, Target target) {
        Person person = people.person();
        Submitted submitted = cases.plain(person);
        Answer anonymous = cases.anonymous().created();
        JsonNode code =
                Json.object("followUpCode", anonymous.at("/followUpCode").text());
        for (Answer answer : List.of(
                anonymous,
                http.post("/follow-up").json(code).send().expect(200),
                submitted.live().created(),
                submitted.live().read(person).expect(200),
                submitted.live().events(person).expect(200),
                http.get("/cases").as(person).send().expect(200),
                http.get("/overview-items").as(person).send().expect(200),
                http.get(overview(target)).as(person).send().expect(200),
                http.get("/me").as(person).send().expect(200),
                http.get("/capabilities").as(person).send().expect(200),
                http.get("/cases/" + UUID.randomUUID()).as(person).send().expect(404),
                http.get("/cases").as(person).query("limit", 0).send().expect(400))) {
            answer.expectHeader("Cache-Control", "(?i).*\\bno-store\\b.*");
        }
    }

    @Requirement("CORE-043")
    @Test
    void core043_variesWithWhoAsksAndInWhichLanguage(Http http, People people, Cases cases, Target target) {
        Person person = people.person();
        Submitted submitted = cases.plain(person);
        for (Answer answer : List.of(
                submitted.live().created(),
                submitted.live().read(person).expect(200),
                submitted.live().events(person).expect(200),
                http.get(submitted.live().path() + "/export")
                        .as(people.officer())
                        .send()
                        .expect(200),
                http.get("/cases").as(person).send().expect(200),
                http.get("/overview-items").as(person).send().expect(200),
                http.get(overview(target)).as(person).send().expect(200),
                http.get("/me").as(person).send().expect(200))) {
            List<String> vary = Arrays.stream(
                            String.join(",", answer.exchange().response().values("Vary"))
                                    .split(","))
                    .map(field -> field.strip().toLowerCase(Locale.ROOT))
                    .toList();
            for (String field : List.of("authorization", "on-behalf-of", "accept-language")) {
                if (!vary.contains(field)) {
                    answer.fail("Vary with " + field, String.join(", ", vary), null);
                }
            }
        }
    }

    /** Returns where a portal shows everything, or a source what it holds if the system is no portal. */
    private static String overview(Target target) {
        return target.plays("mina-sidor") ? "/overview" : "/overview-items";
    }

    private static String title(Http http, String language) {
        return http.get("/me")
                .language(language)
                .send()
                .expect(401)
                .at("/title")
                .text();
    }

    private static void expectLanguage(Answer answer, String language, String title) {
        answer.expect(401).expectHeader("Content-Language", "(?i)" + language + "(-.*)?");
        answer.at("/title").is(title);
    }

    @Requirement("CORE-040")
    @Afterwards
    @Test
    void core040_hasATraceInTheWholeRun(Observations observations, Target target) {
        expectHeader(observations, target, "traceparent", FORM, exchange -> true);
    }

    @Requirement("CORE-041")
    @Test
    void core041_namesServicesOfTheListInTheLanguageAskedFor(Http http, Cases cases) {
        Submitted submitted = cases.plain();
        JsonNode title = Contract.service(Services.PLAIN).path("title");
        for (String language : List.of("sv", "en", "sv")) {
            http.get("/cases")
                    .as(submitted.applicant())
                    .language(language)
                    .send()
                    .expect(200)
                    .at("/items/0/service/title")
                    .is(title.path(language).asString());
        }
    }

    @Requirement("CORE-042")
    @Afterwards
    @Test
    void core042_keepsPersonalAnswersOutOfCachesInTheWholeRun(Observations observations, Target target) {
        expectHeader(observations, target, "Cache-Control", "(?i).*\\bno-store\\b.*", ResponseCheck::hasToken);
    }

    @Requirement("CORE-043")
    @Afterwards
    @Test
    void core043_variesInTheWholeRun(Observations observations, Target target) {
        String base = target.base().toString();
        for (String field : List.of("authorization", "on-behalf-of", "accept-language")) {
            String form = "(?i)(.*,)?\\s*" + field + "\\s*(,.*)?";
            expectHeader(
                    observations,
                    target,
                    "Vary",
                    form,
                    exchange -> exchange.response().status() < 400
                            && exchange.request()
                                    .url()
                                    .substring(base.length())
                                    .matches("/(me|cases|overview-items|overview|messages|inbox)(\\W.*)?"));
        }
    }

    private static boolean hasToken(Exchange exchange) {
        return exchange.request().headers().stream()
                .anyMatch(header -> header.name().equalsIgnoreCase("Authorization"));
    }

    private static void expectHeader(
            Observations observations, Target target, String name, String form, Predicate<Exchange> which) {
        String base = target.base() + "/";
        for (Exchange exchange : observations.exchanges()) {
            boolean meant = exchange.request().url().startsWith(base) && which.test(exchange);
            String told = String.join(",", exchange.response().values(name));
            if (meant && !told.matches(form)) {
                throw new ConformanceFailure(
                        new Finding("a header " + name + " that matches " + form, told, null, exchange, null));
            }
        }
    }

    @Requirement("CORE-040")
    @Test
    void core040_tracesAnswersWithoutABody(Http http, Cases cases) {
        Submitted submitted = cases.plain();
        Call unchanged = http.get(submitted.live().path()).as(submitted.applicant());
        unchanged.header("If-None-Match", submitted.live().tag(submitted.applicant()));
        for (Call call : List.of(unchanged, http.call("OPTIONS", "/cases"))) {
            call.header("traceparent", GIVEN)
                    .send()
                    .expect(200, 204, 304)
                    .expectHeader("traceparent", "00-" + TRACE + "-[0-9a-f]{16}-[0-9a-f]{2}");
        }
    }

    @Requirement("CORE-040")
    @Test
    void core040_tracesADocumentToo(Http http, Cases cases, Uploads uploads) {
        Submitted submitted = cases.plain();
        String document = uploads.text(submitted.applicant(), "spår");
        ObjectNode body = Bodies.supplement("fil");
        body.set("documents", Json.array(Uploads.entry(document, "drawing", "a.txt")));
        submitted.live().perform(submitted.applicant(), body);
        String path = submitted.live().path() + "/documents/" + document;
        for (String tag : List.of("\"0-x\"", "*")) {
            http.get(path)
                    .as(submitted.applicant())
                    .header("traceparent", GIVEN)
                    .header("If-None-Match", tag)
                    .send()
                    .expect(200, 304)
                    .expectHeader("traceparent", "00-" + TRACE + "-[0-9a-f]{16}-[0-9a-f]{2}");
        }
    }
}
