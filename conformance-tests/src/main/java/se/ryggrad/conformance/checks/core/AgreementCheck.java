package se.ryggrad.conformance.checks.core;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.Afterwards;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Observations;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.LiveCase;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.fixture.messaging.Letters;
import se.ryggrad.conformance.fixture.messaging.Message;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.fixture.portal.OverviewIndex;
import se.ryggrad.conformance.fixture.portal.Push;
import se.ryggrad.conformance.fixture.portal.PushingSource;
import se.ryggrad.conformance.fixture.webhooks.Subscription;
import se.ryggrad.conformance.fixture.webhooks.Webhooks;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.http.Call;
import se.ryggrad.conformance.http.ConformanceFailure;
import se.ryggrad.conformance.http.Finding;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.http.NotObserved;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.SystemClient;
import se.ryggrad.conformance.target.Target;
import se.ryggrad.conformance.wire.Exchange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks that no answer of the whole run is a fault of the server, is outside the OpenAPI document or cannot be read,
 * whichever check asked and whatever that check looked at.
 */
@ConformanceCheck
class AgreementCheck {

    @Requirement("CORE-058")
    @Test
    void core058_takesWhatNobodyExpects(
            Http http,
            People people,
            Cases cases,
            Messages messages,
            Webhooks webhooks,
            OverviewIndex index,
            Target target) {
        Person person = people.person();
        http.get("/me").as(person).send().expect(200).at("/kind").is("person");
        LiveCase live = cases.plain(person).live();
        for (Call odd : oddities(http, person, live)) {
            odd.send();
        }
        if (target.plays(Messages.ROLE)) {
            oddMessages(http, person, messages).forEach(Call::send);
        }
        if (Webhooks.offeredBy(target)) {
            oddSubscriptions(http, webhooks).forEach(Call::send);
        }
        if (OverviewIndex.offeredBy(target)) {
            oddPushes(index.pushing(), Push.of(person)).forEach(Call::send);
        }
        expectNoFault(http.recorder().exchanges());
        live.read(person).expect(200);
    }

    @Requirement("CORE-058")
    @Afterwards
    @Test
    void core058_neverFailsInTheWholeRun(Observations observations) {
        expectNoFault(observations.exchanges());
    }

    @Requirement("CORE-059")
    @Test
    void core059_answersWithAListedStatusOnATour(
            Http http,
            People people,
            Cases cases,
            Uploads uploads,
            Messages messages,
            Webhooks webhooks,
            OverviewIndex index,
            Target target) {
        tour(http, people, cases, uploads, target);
        if (target.plays(Messages.ROLE)) {
            tourOfMessages(http, people, messages);
        }
        if (Webhooks.offeredBy(target)) {
            tourOfSubscriptions(http, webhooks);
        }
        if (OverviewIndex.offeredBy(target)) {
            tourOfIndex(people, index.pushing());
        }
        new Agreement(target).expectListed(http.recorder().exchanges());
    }

    @Requirement("CORE-059")
    @Afterwards
    @Test
    void core059_answersWithAListedStatusInTheWholeRun(Observations observations, Target target) {
        new Agreement(target).expectListed(observations.exchanges());
    }

    @Requirement("CORE-060")
    @Test
    void core060_answersInTheFormOfTheContractOnATour(
            Http http,
            People people,
            Cases cases,
            Uploads uploads,
            Messages messages,
            Webhooks webhooks,
            OverviewIndex index,
            Target target) {
        tour(http, people, cases, uploads, target);
        if (target.plays(Messages.ROLE)) {
            tourOfMessages(http, people, messages);
        }
        if (Webhooks.offeredBy(target)) {
            tourOfSubscriptions(http, webhooks);
        }
        if (OverviewIndex.offeredBy(target)) {
            tourOfIndex(people, index.pushing());
        }
        new Agreement(target).expectReadable(http.recorder().exchanges());
    }

    @Requirement("CORE-060")
    @Afterwards
    @Test
    void core060_answersInTheFormOfTheContractInTheWholeRun(Observations observations, Target target) {
        new Agreement(target).expectReadable(observations.exchanges());
    }

    private static void tour(Http http, People people, Cases cases, Uploads uploads, Target target) {
        for (String open : List.of("/api-info", "/capabilities", "/openapi", "/services")) {
            http.get(open).send().expect(200);
        }
        http.get("/services/" + Services.PLAIN.id()).send().expect(200);
        http.get("/services/" + Services.PLAIN.id() + "/form").send().expect(200);
        http.get("/.well-known/oauth-protected-resource").send().expect(200);
        Handled handled = cases.waiting();
        handled.live()
                .act(handled.officer(), Bodies.action("memo").put("text", "x"))
                .expect(201);
        for (String below : List.of("", "/events", "/memos", "/access-log", "/export")) {
            http.get(handled.live().path() + below).as(handled.officer()).send().expect(200);
        }
        String document = uploads.pdf(handled.applicant());
        ObjectNode supplement = Bodies.supplement("x");
        supplement.set("documents", Json.array(Uploads.entry(document, "drawing", "a.pdf")));
        handled.live().act(handled.applicant(), supplement).expect(200);
        String file = handled.live().path() + "/documents/" + document;
        for (String path : List.of("/me", "/me/representations", "/cases", "/overview-items", file)) {
            http.get(path).as(handled.applicant()).send().expect(200);
        }
        String number = people.organisation().value();
        JsonNode search = Json.object("represented", Json.object("scheme", "organisationsnummer", "value", number));
        http.post("/me/representations/searches")
                .as(handled.applicant())
                .json(search)
                .send()
                .expect(200);
        if (target.plays("mina-sidor")) {
            http.get("/overview").as(handled.applicant()).send().expect(200);
        }
        http.get("/events").as(people.system("events:read")).send().expect(200);
        Officer auditor = people.auditor(Office.A);
        String log = "/authorities/" + Office.A.authority() + "/access-log";
        http.post(log + "/seals").as(auditor).key().json(Json.object()).send().expect(200);
        http.get(log).as(auditor).send().expect(200);
        String code = cases.anonymous().created().at("/followUpCode").text();
        http.post("/follow-up").json(Json.object("followUpCode", code)).send().expect(200);
    }

    private static void tourOfMessages(Http http, People people, Messages messages) {
        Person person = people.person();
        ObjectNode letter = Letters.letter(person);
        Message message = messages.sent(letter.set("channels", Json.array(Messages.INBOX)));
        message.expectDelivered();
        messages.batch(messages.system(), letter, Json.object()).expect(200);
        String inside = "/inbox/" + message.id();
        for (String path : List.of("/inbox", inside, "/me/contact")) {
            http.get(path).as(person).send().expect(200);
        }
        http.post(inside + "/actions")
                .as(person)
                .json(Bodies.action("read"))
                .send()
                .expect(200);
        http.put("/me/contact")
                .as(person)
                .json(Json.object("notices", Json.array()))
                .send()
                .expect(200);
    }

    private static List<Call> oddMessages(Http http, Person person, Messages messages) {
        ObjectNode letter = Letters.letter(person);
        return List.of(
                messages.sending(messages.system(), Json.array()),
                messages.sending(messages.system(), Json.object("kind", Json.array(), "to", 7, "body", "x")),
                messages.sending(messages.system(), letter.deepCopy().set("channels", Json.object("a", 1))),
                messages.sending(messages.system(), letter.deepCopy().set("to", Json.object("case", 1, "party", "x"))),
                messages.sending(messages.system(), letter.deepCopy().put("timeToLive", "P" + "9".repeat(40) + "D")),
                messages.sending(
                        messages.system(), letter.deepCopy().set("body", Json.object("html", "<p>".repeat(6000)))),
                http.post("/messages/batches").as(messages.system()).key().json("{\"messages\":{\"a\":[]}}"),
                http.post("/delivery-receipts")
                        .as(messages.system())
                        .json("{\"delivery\":[],\"outcome\":{},\"at\":\"x\"}"),
                http.post("/inbox/x/actions").as(person).json("{\"action\":[]}"),
                http.put("/me/contact").as(person).json("{\"notices\":{\"a\":1},\"email\":[],\"phone\":7}"),
                http.get("/messages/" + "a".repeat(3000)).as(messages.system()),
                http.get("/inbox/%F0%9F%8C%B2").as(person));
    }

    private static void tourOfSubscriptions(Http http, Webhooks webhooks) {
        Subscription made = Webhooks.active(webhooks.subscribed(webhooks.receiver(), Webhooks.MESSAGE));
        http.get(Webhooks.PATH).as(webhooks.system()).send().expect(200);
        made.act("resume").expect(409);
        made.delete().expect(204);
    }

    private static List<Call> oddSubscriptions(Http http, Webhooks webhooks) {
        SystemClient client = webhooks.newcomer();
        return List.of(
                webhooks.subscribing(client, Json.array()),
                webhooks.subscribing(client, Json.object("url", Json.object(), "types", 7, "after", Json.array())),
                webhooks.subscribing(client, Json.object("url", "https://[::", "types", Json.array(Json.array()))),
                webhooks.subscribing(client, Json.object("url", "https://127.0.0.1:99999999999/")),
                webhooks.subscribing(client, Json.object("url", "https://" + "1.".repeat(200))),
                http.get(Webhooks.PATH + "/" + "a".repeat(3000)).as(client),
                http.call("DELETE", Webhooks.PATH + "/%F0%9F%8C%B2").as(client),
                http.post(Webhooks.PATH + "/x/actions").as(client).json("{\"action\":[]}"));
    }

    private static void tourOfIndex(People people, PushingSource source) {
        Push push = Push.of(people.person());
        String item = source.takes(push.version(2));
        source.push(item, push).expect(409);
        source.push(item, push.without("owner")).expect(422);
        source.push(item, Push.removal(3)).expect(204);
        source.vouch(Instant.now()).expect(204);
        source.listing().query("limit", 2).send().expect(200);
        source.listing().query("limit", 0).send().expect(400);
    }

    private static List<Call> oddPushes(PushingSource source, Push good) {
        String item = PushingSource.newItem();
        JsonNode list = Json.array(Json.array(), Json.object("kind", Json.object()), "guardian");
        return List.of(
                source.pushing(item, Json.array()),
                source.pushing(item, good.with("representatives", list).body()),
                source.pushing(
                        item, good.with("owner", Json.array(Json.object())).body()),
                source.pushing(item, good.with("version", 1e300).body()),
                source.pushing(
                        item,
                        good.with("expiresAt", "+999999999-12-31T23:59:59Z").body()),
                source.pushing(
                        item,
                        good.item("updatedAt", "-999999999-01-01T00:00:00Z").body()),
                source.pushing(
                        item,
                        good.item("title", Json.object("sv", Json.array(), "en", 1))
                                .body()),
                source.pushing(item, good.item("link", "https://[::").body()),
                source.pushing("%F0%9F%8C%B2", good.body()),
                source.vouching(Json.array()),
                source.vouching(Json.object("asOf", "9999-12-31T23:59:59.999999999Z")),
                source.listing().query("limit", "99999999999999999999"),
                source.listing().query("after", "a".repeat(3000)));
    }

    private static List<Call> oddities(Http http, Person person, LiveCase live) {
        String longId = "a".repeat(3000);
        return List.of(
                http.get("/cases/" + longId).as(person),
                http.get("/cases/%F0%9F%8C%B2/events").as(person),
                http.get("/services/%C3%A5").query("version", "99999999999.0.0"),
                http.get("/services").query("q", "%_\\'\"(["),
                http.get("/cases").as(person).query("page", "2147483647"),
                http.get("/cases").as(person).query("limit", "99999999999999999999"),
                http.get("/cases").as(person).query("updatedSince", "9999-12-31T23:59:59.999Z"),
                http.get("/cases").as(person).query("updatedSince", "0000-01-01T00:00:00Z"),
                http.get("/me").as(person).header("Accept", "*"),
                http.get("/me").as(person).header("Accept", "application/json;q=x,;"),
                http.get("/me").as(person).header("Accept-Language", ";q=,,-"),
                http.get(live.path()).as(person).header("If-None-Match", "\"unended"),
                http.get("/me").bearer("eyJ9.e30."),
                http.get("/me").bearer("."),
                http.post("/cases").as(person).key().json("[]"),
                http.post("/cases").as(person).key().json("null"),
                http.post("/cases").as(person).key().json("\"x\""),
                http.post("/cases").as(person).key().json("{\"service\":[],\"form\":[[]],\"documents\":{}}"),
                http.post("/cases").as(person).key().json("{\"service\":{\"id\":null},\"form\":null}"),
                http.post("/cases").as(person).key().json(amount("1e400")),
                http.post("/cases").as(person).key().json(amount("-0.0e-9999")),
                acting(live, person, "{\"action\":{}}"),
                acting(live, person, "{\"action\":\"supplement\",\"text\":{},\"documents\":[null,1]}"),
                acting(live, person, "{\"action\":\"message\",\"text\":[\"x\"],\"audience\":7}"),
                http.post("/follow-up").json("{\"followUpCode\":{\"a\":1}}"));
    }

    private static String amount(String number) {
        return "{\"service\":{\"id\":\"" + Services.PLAIN.id() + "\"},\"form\":{\"subject\":\"x\",\"amount\":" + number
                + "}}";
    }

    private static Call acting(LiveCase live, Person person, String body) {
        return live.http()
                .post(live.path() + "/actions")
                .as(person)
                .key(UUID.randomUUID().toString())
                .ifMatch(live.tag(person))
                .json(body);
    }

    /**
     * Expects no 5xx; a 503 that asks to come back later is no fault, but nothing that a run can build on either, unless
     * the request needs a registry, which the suite lets fail.
     */
    private static void expectNoFault(Collection<Exchange> exchanges) {
        Optional<Exchange> busy = Optional.empty();
        for (Exchange exchange : exchanges) {
            int status = exchange.response().status();
            boolean later =
                    status == 503 && exchange.response().value("Retry-After").isPresent();
            if (status >= 500 && !later) {
                throw new ConformanceFailure(
                        new Finding("no fault of the server", "status " + status, null, exchange, null));
            }
            busy = later && !needsTheRegistry(exchange) ? Optional.of(exchange) : busy;
        }
        busy.ifPresent(exchange -> {
            throw new NotObserved(
                    new Finding("a server that has time for the run", "503 unavailable", null, exchange, null),
                    Blame.SYSTEM);
        });
    }

    private static boolean needsTheRegistry(Exchange exchange) {
        String url = exchange.request().url();
        return url.contains("/me/representations")
                || url.matches(".*/overview-index/[^/?]+/[^/?]+")
                || exchange.request().headers().stream().anyMatch(h -> h.name().equalsIgnoreCase("On-Behalf-Of"));
    }
}
