package se.ryggrad.conformance.checks.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.Bodies;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.fixture.Handled;
import se.ryggrad.conformance.fixture.Services;
import se.ryggrad.conformance.fixture.Uploads;
import se.ryggrad.conformance.fixture.messaging.Letters;
import se.ryggrad.conformance.fixture.messaging.Message;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.fixture.portal.OverviewIndex;
import se.ryggrad.conformance.fixture.portal.PushingSource;
import se.ryggrad.conformance.fixture.webhooks.Subscription;
import se.ryggrad.conformance.fixture.webhooks.Webhooks;
import se.ryggrad.conformance.http.Answer;
import se.ryggrad.conformance.http.Call;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.issuer.TokenBuilder;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.Office;
import se.ryggrad.conformance.people.Officer;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.people.Person;
import se.ryggrad.conformance.people.TestActor;
import se.ryggrad.conformance.target.Target;
import se.ryggrad.conformance.wire.Octets;
import tools.jackson.databind.node.ObjectNode;

/** Checks at every operation that takes a token what a token and its bearer must be. */
@ConformanceCheck
class EveryOperationCheck {

    /** An operation, and somebody whom it lets in. */
    private record Operation(String method, String path, TestActor actor) {

        Call call(Http http) {
            Call call = http.call(method, path);
            return List.of("GET", "DELETE").contains(method) ? call : call.key().json("{}");
        }
    }

    @Requirement("ID-006")
    @Test
    void id006_comparesTheAudienceEverywhere(
            Http http,
            People people,
            Cases cases,
            Uploads uploads,
            Messages messages,
            Webhooks webhooks,
            OverviewIndex index,
            Target target) {
        refusesEverywhere(
                http,
                operations(people, cases, uploads, messages, webhooks, index, target),
                t -> t.claim("aud", "https://example.org/other"));
    }

    @Requirement("ID-007")
    @Test
    void id007_holdsToTheEndEverywhere(
            Http http,
            People people,
            Cases cases,
            Uploads uploads,
            Messages messages,
            Webhooks webhooks,
            OverviewIndex index,
            Target target) {
        refusesEverywhere(
                http,
                operations(people, cases, uploads, messages, webhooks, index, target),
                t -> t.expiresIn(Duration.ofMinutes(-10)));
    }

    @Requirement("ID-008")
    @Test
    void id008_refusesOtherIssuersEverywhere(
            Http http,
            People people,
            Cases cases,
            Uploads uploads,
            Messages messages,
            Webhooks webhooks,
            OverviewIndex index,
            Target target) {
        refusesEverywhere(
                http,
                operations(people, cases, uploads, messages, webhooks, index, target),
                t -> t.issuer(people.issuers().foreign()));
    }

    private static void refusesEverywhere(Http http, List<Operation> operations, UnaryOperator<TokenBuilder> spoil) {
        for (Operation operation : operations) {
            TokenBuilder token = operation.actor().token();
            Answer good = operation.call(http).bearer(token.copy().compact()).send();
            if (good.status() == 401) {
                good.fail("an answer to somebody with a good token", "401", null);
            }
            operation
                    .call(http)
                    .bearer(spoil.apply(token.copy()).compact())
                    .send()
                    .hint("The same token without its fault is let in here.")
                    .expectProblem(401, "not-authenticated");
        }
    }

    private static List<Operation> operations(
            People people,
            Cases cases,
            Uploads uploads,
            Messages messages,
            Webhooks webhooks,
            OverviewIndex index,
            Target target) {
        Handled handled = cases.assigned();
        String path = handled.live().path();
        String document = path + "/documents/" + withDocument(handled, uploads);
        String memo = handled.live()
                .acting(handled.officer(), Bodies.action("memo").put("text", "Utkast"))
                .send()
                .require(201)
                .at("/id")
                .text();
        String service = "/services/" + Services.PLAIN.id();
        Officer auditor = people.auditor(Office.A);
        String audited = "/authorities/" + Office.A.authority() + "/access-log";
        String portal = target.plays("mina-sidor") ? "/overview" : "/overview-items";
        List<Operation> all = new ArrayList<>(List.of(
                new Operation("GET", portal, handled.applicant()),
                new Operation("POST", "/me/representations/searches", handled.applicant()),
                new Operation("GET", "/me", people.system("events:read")),
                new Operation("GET", "/me/representations", handled.applicant()),
                new Operation("GET", service, handled.applicant()),
                new Operation("GET", service + "/form", handled.officer()),
                new Operation("POST", "/documents", handled.applicant()),
                new Operation("GET", "/cases", handled.applicant()),
                new Operation("GET", "/overview-items", handled.applicant()),
                new Operation("POST", "/cases", handled.applicant()),
                new Operation("POST", "/cases/searches", handled.officer()),
                new Operation("GET", path, handled.officer()),
                new Operation("GET", path + "/events", handled.applicant()),
                new Operation("GET", path + "/access-log", handled.applicant()),
                new Operation("POST", path + "/actions", handled.officer()),
                new Operation("GET", path + "/memos", handled.officer()),
                new Operation("GET", path + "/memos/" + memo, handled.officer()),
                new Operation("GET", document, handled.applicant()),
                new Operation("GET", path + "/export", handled.officer()),
                new Operation("GET", "/events", people.system("events:read")),
                new Operation("GET", audited, auditor),
                new Operation("POST", audited + "/seals", auditor)));
        if (target.plays(Messages.ROLE)) {
            all.addAll(ofMessages(people, handled, messages));
        }
        if (Webhooks.offeredBy(target)) {
            all.addAll(ofSubscriptions(webhooks));
        }
        if (OverviewIndex.offeredBy(target)) {
            all.addAll(ofIndex(index.pushing()));
        }
        return all;
    }

    private static List<Operation> ofMessages(People people, Handled handled, Messages messages) {
        Person person = handled.applicant();
        ObjectNode letter = Letters.letter(person);
        Message message = messages.sent(letter.set("channels", Json.array(Messages.INBOX)));
        message.expectDelivered();
        return List.of(
                new Operation("POST", "/messages", messages.system()),
                new Operation("POST", "/messages/batches", messages.system()),
                new Operation("GET", message.path(), messages.system()),
                new Operation("POST", "/delivery-receipts", people.client("suite-mailbox", "receipts:write")),
                new Operation("GET", "/inbox", person),
                new Operation("GET", "/inbox/" + message.id(), person),
                new Operation("POST", "/inbox/" + message.id() + "/actions", person),
                new Operation("GET", "/me/contact", person),
                new Operation("PUT", "/me/contact", person));
    }

    /** The last ends it, so that it comes after what needs it. */
    private static List<Operation> ofSubscriptions(Webhooks webhooks) {
        Subscription made = webhooks.subscribed(webhooks.receiver(), Webhooks.MESSAGE);
        return List.of(
                new Operation("GET", Webhooks.PATH, webhooks.system()),
                new Operation("POST", Webhooks.PATH, webhooks.system()),
                new Operation("GET", made.path(), webhooks.system()),
                new Operation("POST", made.path() + "/actions", webhooks.system()),
                new Operation("DELETE", made.path(), webhooks.system()));
    }

    private static List<Operation> ofIndex(PushingSource source) {
        return List.of(
                new Operation("GET", source.path(), source.client()),
                new Operation("PUT", source.path(), source.client()),
                new Operation("PUT", source.path(PushingSource.newItem()), source.client()));
    }

    private static String withDocument(Handled handled, Uploads uploads) {
        String document = uploads.text(handled.applicant(), "text");
        ObjectNode body = Bodies.supplement("fil");
        body.set("documents", Json.array(Uploads.entry(document, "drawing", "a.txt")));
        handled.live().perform(handled.applicant(), body);
        return document;
    }

    @Requirement("ID-027")
    @Test
    void id027_letsNobodyReadForAnother(
            Http http,
            People people,
            Cases cases,
            Uploads uploads,
            Messages messages,
            Webhooks webhooks,
            OverviewIndex index,
            Target target) {
        for (Operation operation : operations(people, cases, uploads, messages, webhooks, index, target)) {
            if (operation.method().equals("GET") && !operation.path().startsWith("/services")) {
                operation.call(http).as(operation.actor()).send().expect(200);
                operation
                        .call(http)
                        .as(operation.actor())
                        .onBehalfOf(UUID.randomUUID().toString())
                        .send()
                        .expectProblem(403, "forbidden");
            }
        }
        uploads.sending("text/plain", Octets.of("x"))
                .as(people.officer())
                .onBehalfOf(UUID.randomUUID().toString())
                .send()
                .expectProblem(403, "forbidden");
    }
}
