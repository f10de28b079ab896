package se.ryggrad.conformance.checks.core;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.Afterwards;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Observations;
import se.ryggrad.conformance.contract.Timeline;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
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
import se.ryggrad.conformance.wire.Octets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks how JSON is read and written. */
@ConformanceCheck
class JsonCheck {

    private static final long WHOLE = 9_007_199_254_740_991L;
    private static final String HOUSE = "\uD83C\uDFE0";

    @Requirement("CORE-012")
    @Test
    void core012_takesAsManyOctetsAsItSaysAndNoMore(Http http, People people, Target target) {
        int limit = Math.toIntExact(target.limit("jsonBytes", 1 << 20));
        Person person = people.person();
        http.post("/cases").as(person).key().json(padded(limit)).send().expect(201);
        http.post("/cases").as(person).key().json(padded(limit + 1)).send().expectProblem(413, "payload-too-large");
    }

    @Requirement("CORE-012")
    @Test
    void core012_takesNoMoreInAnAction(Cases cases, Target target) {
        int limit = Math.toIntExact(target.limit("jsonBytes", 1 << 20));
        Submitted submitted = cases.plain();
        String message = Json.write(Bodies.message("Hej."));
        Call call = submitted.live().http().post(submitted.live().path() + "/actions");
        call.as(submitted.applicant())
                .key()
                .json(message + " ".repeat(limit + 1 - message.length()))
                .send()
                .expectProblem(413, "payload-too-large");
    }

    @Requirement("CORE-013")
    @Test
    void core013_refusesWhatIsNoJson(Http http, People people) {
        Person person = people.person();
        String good = Json.write(Bodies.newCase(Services.PLAIN, "rätt"));
        http.post("/cases").as(person).key().json(good).send().expect(201);
        String opened = good.substring(0, good.length() - 1);
        List<String> bad = List.of(
                "",
                opened,
                good + "x",
                good + good,
                opened + ",}",
                opened + ",\"form\":{\"subject\":\"igen\"}}",
                good.replace("{\"subject\"", "{\"subject\":\"a\",\"subject\""),
                "\uFEFF" + good,
                good.replace("rätt", "\\ud800"),
                good.replace("rätt", "\\u0000"),
                good.replace("\"", "'"));
        for (String body : bad) {
            http.post("/cases").as(person).key().json(body).send().expectProblem(400, "malformed");
        }
        byte[] latin = good.getBytes(StandardCharsets.ISO_8859_1);
        http.post("/cases")
                .as(person)
                .key()
                .body("application/json", Octets.of(latin))
                .send()
                .expectProblem(400, "malformed");
    }

    @Requirement("CORE-014")
    @Test
    void core014_readsAsDeepAsItSaysAndNoDeeper(Http http, People people, Target target) {
        int limit = Math.toIntExact(target.limit("jsonDepth", 32));
        Person person = people.person();
        http.post("/cases").as(person).key().json(nested(limit)).send().expect(201);
        http.post("/cases").as(person).key().json(nested(limit + 1)).send().expectProblem(400, "malformed");
        http.post("/cases").as(person).key().json(nested(20 * limit)).send().expectProblem(400, "malformed");
    }

    @Requirement("CORE-015")
    @Test
    void core015_refusesNumbersThatNotEveryoneCanHold(People people, Cases cases) {
        Person person = people.person();
        cases.send(person, amount(WHOLE)).expect(201);
        cases.send(person, amount(WHOLE + 1))
                .expectProblem(422, "validation")
                .expectError("/form/amount", "number-out-of-range");
        cases.send(person, amount(-WHOLE - 1)).expect(422).expectError("/form/amount", "number-out-of-range");
    }

    @Requirement("CORE-016")
    @Test
    void core016_leavesOutWhatIsAbsentAndShowsEmptyLists(Cases cases) {
        Submitted submitted = cases.plain();
        Answer answer = submitted.live().read(submitted.applicant()).expect(200);
        for (String list : List.of("/documents", "/requests", "/decisions", "/relations", "/waitingFor")) {
            answer.at(list).hasSize(0);
        }
        answer.at("/officer").isMissing();
    }

    @Requirement("CORE-016")
    @Afterwards
    @Test
    void core016_neverHoldsNullInTheWholeRun(Observations observations) {
        for (Exchange exchange : observations.exchanges()) {
            Everywhere.inJson(exchange, JsonNode::isNull).ifPresent(pointer -> {
                throw new ConformanceFailure(new Finding("no null in an answer", "null", pointer, exchange, null));
            });
        }
    }

    @Requirement("CORE-017")
    @Test
    void core017_keepsTextAsItWasSent(People people, Cases cases) {
        Person person = people.person();
        for (String text : List.of("  före och efter  ", "e\u0301 och é", "\uD83C\uDFE0".repeat(200), "a\tb\nc")) {
            LiveCase live = cases.create(person, Bodies.newCase(Services.PLAIN, text));
            live.read(person).expect(200).at("/form/subject").is(text);
        }
        cases.send(person, Bodies.newCase(Services.PLAIN, "\uD83C\uDFE0".repeat(201)))
                .expectProblem(422, "validation")
                .expectError("/form/subject", "max-length");
    }

    @Requirement("CORE-018")
    @Test
    void core018_ignoresMembersThatItDoesNotKnow(People people, Cases cases) {
        Person person = people.person();
        ObjectNode body = Bodies.newCase(Services.PLAIN, "x").put("nytt-i-framtiden", 1);
        LiveCase live = new LiveCase(
                cases.plain().live().http(), "", cases.send(person, body).expect(201));
        live.created().at("/nytt-i-framtiden").isMissing();
        LiveCase own = cases.plain(person).live();
        own.act(person, Bodies.supplement("mer").put("nytt-i-framtiden", true)).expect(200);
    }

    @Requirement("CORE-019")
    @Test
    void core019_refusesUnknownWordsOfAList(People people, Cases cases) {
        Person person = people.person();
        cases.send(person, Bodies.newCase(Services.PLAIN, "x").put("initiatedBy", "somebody"))
                .expectProblem(422, "validation")
                .expectError("/initiatedBy", "unknown-value");
        Handled handled = cases.assigned();
        handled.live()
                .act(handled.officer(), Bodies.request(handled.party()).put("kind", "wish"))
                .expectProblem(422, "validation")
                .expectError("/kind", "unknown-value");
    }

    @Requirement("CORE-021")
    @Test
    void core021_takesEveryTimeZoneButNotNone(Http http, People people, Cases cases) {
        Person person = people.person();
        cases.plain(person);
        for (String good :
                List.of("2020-01-01T00:00:00Z", "2020-01-01T01:00:00+02:00", "2020-01-01T00:00:00.5-11:30")) {
            http.get("/cases")
                    .as(person)
                    .query("updatedSince", good)
                    .send()
                    .expect(200)
                    .at("/items")
                    .hasSize(1);
        }
        for (String bad : List.of("2020-01-01T00:00:00", "2020-01-01T00:00:60Z", "2020-01-01", "nyss")) {
            http.get("/cases").as(person).query("updatedSince", bad).send().expectProblem(400, "malformed");
        }
    }

    private static ObjectNode amount(long amount) {
        return Bodies.newCase(Services.PLAIN, Json.object("subject", "tal", "amount", amount));
    }

    private static String padded(int octets) {
        String body = Json.write(Bodies.newCase(Services.PLAIN, "stort"));
        return body + " ".repeat(octets - body.length());
    }

    private static String nested(int depth) {
        String body = Json.write(Bodies.newCase(Services.PLAIN, "djupt"));
        String deep = "[".repeat(depth - 1) + "]".repeat(depth - 1);
        return body.substring(0, body.length() - 1) + ",\"nytt\":" + deep + "}";
    }

    @Requirement("CORE-015")
    @Test
    void core015_looksAtEveryNumber(People people, Cases cases) {
        Person person = people.person();
        for (String large : List.of("1e17", "-1e300", "9007199254740991.5")) {
            cases.send(person, Bodies.newCase(Services.PLAIN, Json.object("subject", "x", "amount", Json.read(large))))
                    .expectProblem(422, "validation")
                    .expectError("/form/amount", "number-out-of-range");
        }
        ObjectNode ignored = Bodies.newCase(Services.PLAIN, "x");
        ignored.set("nytt", Json.array(1, WHOLE + 1));
        cases.send(person, ignored)
                .hint("The bound holds in a member that is otherwise ignored, too.")
                .expectProblem(422, "validation")
                .expectErrors("/nytt/1 number-out-of-range");
        cases.send(person, amount(WHOLE - 1)).expect(201);
    }

    @Requirement("CORE-017")
    @Test
    void core017_keepsTheTextOfMessagesAndNames(Cases cases, Uploads uploads) {
        Submitted submitted = cases.plain();
        Person person = submitted.applicant();
        String name = "  A\u030Angstro\u0308m.txt ";
        for (String text : List.of("  före och efter\n", " ", "e\u0301 och é", HOUSE.repeat(10_000))) {
            submitted.live().acting(person, Bodies.message(text)).send().expect(200);
            Timeline.of(submitted.live(), person)
                    .last("message-added")
                    .at("/content/data/text")
                    .is(text);
        }
        submitted
                .live()
                .acting(person, Bodies.message(HOUSE.repeat(10_001)))
                .send()
                .expectProblem(422, "validation")
                .expectErrors("/text max-length");
        ObjectNode supplement = Bodies.supplement("fil");
        supplement.set("documents", Json.array(Uploads.entry(uploads.text(person, "x"), "drawing", name)));
        submitted
                .live()
                .act(person, supplement)
                .expect(200)
                .at("/documents/0/name")
                .is(name);
    }

    @Requirement("CORE-019")
    @Test
    void core019_refusesUnknownWordsOfARegistrarToo(People people, Cases cases) {
        ObjectNode body = Bodies.newCase(Services.PAPER, Json.object("subject", "x", "reference", "P 1"));
        ObjectNode party = Json.object("role", "applicant", "identity", Json.object("scheme", "none"));
        body.put("channel", "fax").set("parties", Json.array(party));
        cases.send(people.registrar(), body).expectProblem(422, "validation").expectErrors("/channel unknown-value");
        body.put("channel", "paper");
        party.put("role", "friend");
        cases.send(people.registrar(), body)
                .expectProblem(422, "validation")
                .expectErrors("/parties/0/role unknown-value");
        party.put("role", "applicant");
        cases.send(people.registrar(), body).expect(201);
    }
}
