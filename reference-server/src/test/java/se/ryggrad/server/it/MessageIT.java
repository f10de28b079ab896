package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.core.json.JsonTree.ObjectNode;
import se.ryggrad.server.it.PlayedOperator.Reply;

/** Sends messages at the running server by channels that the test plays (MSG-002 to MSG-037). */
class MessageIT {
    private static final String PHONE = "+46701740605";
    private static final String SLOW = "slow";

    @AutoClose
    private static final PlayedOperator OPERATOR = new PlayedOperator();

    @TempDir
    private static Path data;

    @AutoClose
    private static ServerProcess server;

    @BeforeAll
    static void start() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "ryggrad.messages.tries", "3",
                "ryggrad.messages.first-retry", "PT0.1S",
                "ryggrad.messages.maximum-time-to-live", "P14D",
                "ryggrad.messages.notice-link", "https://minasidor.example.se/inkorg"));
        settings.putAll(OPERATOR.channel("mailbox", "letter", Map.of()));
        settings.putAll(OPERATOR.channel("post", "letter", Map.of()));
        settings.putAll(OPERATOR.channel("sms", "notice", Map.of("address", "phone")));
        server = ServerProcess.start(data, settings);
    }

    @BeforeEach
    void takeEverything() {
        OPERATOR.plan(PlayedOperator::taken);
    }

    @Test
    void offersTheChannelsOfTheSettings() throws IOException {
        ObjectNode offered = SentMessages.parsed(Client.nobody(server).get("/capabilities"))
                .object("messages")
                .orElseThrow();

        assertThat(offered.items("channels"))
                .extracting(
                        channel -> channel.asObject().orElseThrow().text("id").orElseThrow())
                .containsExactly("mina-sidor", "mailbox", "post", "sms");
        assertThat(offered.items("channels").get(3).json().text())
                .contains("\"address\":\"phone\"", "\"kinds\":[\"notice\"]", "\"sv\":\"Kanalen sms\"");
        assertThat(offered.json().text())
                .contains(
                        "\"tries\":3",
                        "\"firstRetry\":\"PT0.1S\"",
                        "\"noticeLink\":\"https://minasidor.example.se/inkorg\"");
    }

    @Test
    void givesALetterToItsRecipientAlone() throws IOException {
        SentMessages messages = messages();
        String id = messages.send(SentMessages.letter(Onlookers.GRETA, "Vattnet", "mina-sidor"));
        ObjectNode sent = messages.becomes(id, "delivered");
        Client greta = Client.personOf(Onlookers.GRETA, server, data);
        Client alva = Client.person(server, data);

        assertThat(SentMessages.attempts(sent)).containsExactly("mina-sidor delivered 1");
        assertThat(greta.get("/inbox").body()).contains(id, "\"read\":false", "\"name\":\"Pite\u00e5 kommun\"");
        assertThat(greta.get("/inbox/" + id).body())
                .contains("<p>Vi h\u00e4lsar till <strong>Vattnet</strong>.<br/></p>");
        assertThat(greta.post("/inbox/" + id + "/actions", "{\"action\":\"read\"}")
                        .body())
                .contains("\"read\":true");
        assertThat(SentMessages.parsed(greta.get("/inbox/" + id)).json().text()).contains("\"read\":true");
        assertThat(alva.get("/inbox/" + id).statusCode()).isEqualTo(404);
        assertThat(alva.get("/inbox").body()).doesNotContain(id);
    }

    @Test
    void goesOnToTheNextChannelAndTakesReceipts() throws IOException {
        OPERATOR.plan(call -> call.at("mailbox")
                ? Reply.of(200, "{\"reachable\":false,\"reason\":\"no-mailbox\"}")
                : call.asks() ? Reply.of(200, "{\"reachable\":true}") : Reply.of(202, ""));
        SentMessages messages = messages();
        String id = messages.send(SentMessages.letter(Onlookers.PAYER, "Besked", "mailbox", "post", "mina-sidor"));
        ObjectNode taken =
                messages.becomes(id, message -> SentMessages.attempts(message).contains("post accepted 1"));
        String delivery = SentMessages.delivery(taken, 1);

        assertThat(SentMessages.attempts(taken)).containsExactly("mailbox unreachable no-mailbox 1", "post accepted 1");
        assertThat(receipt("somebody-else", delivery, "delivered", "").statusCode())
                .isEqualTo(404);
        assertThat(messages.read(id)).isEqualTo(taken);
        assertThat(receipt(PlayedOperator.CLIENT, delivery, "delivered", "").statusCode())
                .isEqualTo(204);
        ObjectNode delivered = messages.becomes(id, "delivered");
        assertThat(receipt(PlayedOperator.CLIENT, delivery, "delivered", "").statusCode())
                .isEqualTo(204);
        assertThat(messages.read(id)).isEqualTo(delivered);

        assertThat(receipt(PlayedOperator.CLIENT, delivery, "failed", "bounced").statusCode())
                .isEqualTo(204);
        ObjectNode ended = messages.becomes(
                id,
                message -> SentMessages.attempts(message).size() == 3
                        && message.text("state").orElseThrow().equals("delivered"));
        assertThat(SentMessages.attempts(ended))
                .containsExactly("mailbox unreachable no-mailbox 1", "post failed bounced 1", "mina-sidor delivered 1");
        assertThat(receipt(PlayedOperator.CLIENT, delivery, "delivered", "").statusCode())
                .isEqualTo(204);
        assertThat(messages.read(id)).isEqualTo(ended);
    }

    @Test
    void triesAgainWithTheSameDeliveryAndFollowsNoRedirect() throws IOException {
        AtomicInteger deliveries = new AtomicInteger();
        OPERATOR.plan(call -> {
            if (call.asks() || call.at("trap")) {
                return PlayedOperator.taken(call);
            }
            return deliveries.incrementAndGet() == 1
                    ? Reply.of(307, "").with("Location", "/trap/deliveries")
                    : Reply.of(200, "");
        });
        SentMessages messages = messages();
        String id = messages.send(SentMessages.letter(Api.ALVA, "Omdirigering", "post"));

        assertThat(SentMessages.attempts(messages.becomes(id, "delivered"))).containsExactly("post delivered 2");
        List<PlayedOperator.Call> sent = OPERATOR.callsWith("Omdirigering");
        assertThat(sent).hasSize(2).allSatisfy(call -> assertThat(call.path()).isEqualTo("/post/deliveries"));
        assertThat(sent.get(0).body()).isEqualTo(sent.get(1).body());
        assertThat(sent.get(0).headers().getFirst("Authorization")).isEqualTo("Bearer " + PlayedOperator.TOKEN);
    }

    @Test
    void endsWhenNoChannelAnswers() throws IOException {
        OPERATOR.plan(call -> Reply.of(503, ""));
        SentMessages messages = messages();
        String id = messages.send(SentMessages.letter(Api.ALVA, "Tystnad", "mailbox", "post"));

        assertThat(SentMessages.attempts(messages.becomes(id, "undeliverable")))
                .containsExactly("mailbox failed channel-unavailable 3", "post failed channel-unavailable 3");
    }

    @Test
    void answersBeforeASlowChannelDoes() throws IOException {
        OPERATOR.plan(call ->
                PlayedOperator.taken(call).after(Duration.ofSeconds(call.body().contains(SLOW) ? 5 : 0)));
        SentMessages messages = messages();
        String slow = messages.send(SentMessages.letter(Api.ALVA, SLOW, "post"));
        String quick = messages.send(SentMessages.letter(Api.ALVA, "Snabb", "post"));

        messages.becomes(quick, "delivered");
        assertThat(messages.read(slow).text("state")).hasValue("sending");
        messages.becomes(slow, "delivered");
    }

    @Test
    void judgesEachOfABatchByItself() throws IOException {
        SentMessages messages = messages();
        String good = SentMessages.letter(Onlookers.GRETA, "Många", "mina-sidor");
        HttpResponse<String> answer = Client.system(server, data, "messages:send")
                .post("/messages/batches", "{\"messages\":[" + good + ",{\"kind\":\"letter\"}," + good + "]}");
        List<ObjectNode> items = SentMessages.parsed(answer).items("items").stream()
                .map(item -> item.asObject().orElseThrow())
                .toList();

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(items)
                .extracting(item -> item.member("status").orElseThrow().json().text())
                .containsExactly("202", "422", "202");
        assertThat(items.get(1).json().text()).contains("\"/to\"", "\"/subject\"");
        messages.becomes(items.get(0).text("id").orElseThrow(), "delivered");
        messages.becomes(items.get(2).text("id").orElseThrow(), "delivered");
    }

    @Test
    void tellsNobodyByTextWhoHasNotAskedForIt() throws IOException {
        SentMessages messages = messages();
        int before = texted().size();
        String unasked = messages.send(SentMessages.notice(Onlookers.PAYER, "sms"));
        Client greta = Client.personOf(Onlookers.GRETA, server, data);
        HttpResponse<String> wish = greta.put("/me/contact", "{\"phone\":\"" + PHONE + "\",\"notices\":[\"sms\"]}");
        String asked = messages.send(SentMessages.notice(Onlookers.GRETA, "sms"));

        assertThat(wish.statusCode()).as(wish.body()).isEqualTo(200);
        assertThat(SentMessages.attempts(messages.becomes(unasked, "undeliverable")))
                .containsExactly("sms unreachable reserved 0");
        messages.becomes(asked, "delivered");
        List<PlayedOperator.Call> since = texted().subList(before, texted().size());
        assertThat(since)
                .hasSize(2)
                .allSatisfy(call -> assertThat(call.body())
                        .contains("{\"phone\":\"" + PHONE + "\"}")
                        .doesNotContain(Onlookers.GRETA));
    }

    @Test
    void keepsWhoIsWrittenToOutOfAddressesHeadersAndLog() throws IOException {
        OPERATOR.plan(call -> Reply.of(call.asks() ? 200 : 500, "{\"reachable\":true}"));
        SentMessages messages = messages();
        Client greta = Client.personOf(Onlookers.GRETA, server, data);
        greta.put("/me/contact", "{\"phone\":\"" + PHONE + "\",\"notices\":[\"sms\"]}");
        ObjectNode letter =
                messages.becomes(messages.send(SentMessages.letter(Onlookers.GRETA, "Tyst", "post")), "undeliverable");
        ObjectNode notice =
                messages.becomes(messages.send(SentMessages.notice(Onlookers.GRETA, "sms")), "undeliverable");

        assertThat(letter.json().text() + notice.json().text()).doesNotContain(Onlookers.GRETA, PHONE);
        assertThat(OPERATOR.calls())
                .allSatisfy(call -> assertThat(call.path() + call.headers().values())
                        .doesNotContain(Onlookers.GRETA, Api.ALVA, PHONE, PHONE.substring(1)));
        assertThat(server.log())
                .doesNotContain(Onlookers.GRETA, Api.ALVA, PHONE.substring(1))
                .contains("channel post answers with 500");
    }

    private static HttpResponse<String> receipt(String client, String delivery, String outcome, String reason)
            throws IOException {
        String why = reason.isEmpty() ? "" : ",\"reason\":\"" + reason + "\"";
        return Client.systemOf(client, server, data, "receipts:write")
                .post(
                        "/delivery-receipts",
                        "{\"delivery\":\"" + delivery + "\",\"outcome\":\"" + outcome + "\",\"at\":\"" + Instant.now()
                                + "\"" + why + "}");
    }

    private static List<PlayedOperator.Call> texted() {
        return OPERATOR.calls().stream().filter(call -> call.at("sms")).toList();
    }

    private static SentMessages messages() {
        return new SentMessages(Client.system(server, data, "messages:send"));
    }
}
