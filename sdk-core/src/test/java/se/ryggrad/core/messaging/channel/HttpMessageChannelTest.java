package se.ryggrad.core.messaging.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.messaging.channel.Delivery;
import se.ryggrad.api.messaging.channel.Handover;
import se.ryggrad.api.messaging.channel.Question;
import se.ryggrad.api.messaging.channel.Reach;
import se.ryggrad.api.messaging.channel.Recipient;
import se.ryggrad.api.messaging.channel.Silence;
import se.ryggrad.api.messaging.model.AddressKind;
import se.ryggrad.api.messaging.model.Content;
import se.ryggrad.api.messaging.model.DeliveryId;
import se.ryggrad.api.messaging.model.MessageKind;
import se.ryggrad.api.messaging.model.Reason;
import se.ryggrad.api.organisation.OrganisationId;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.api.organisation.PrincipalId;

/** Tests how a channel is called, and what its answers count as (MSG-016 to MSG-023). */
class HttpMessageChannelTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String HEAD = " application/json " + TRACE + " Bearer secret ";
    private static final PrincipalId PITEA = new PrincipalId("2581");
    private static final Principal SENDER = new Principal(
            PITEA,
            "Piteå kommun",
            new OrganisationId("2120002759"),
            Optional.empty(),
            URI.create("https://etjanster.example.se/ryggrad/2581/v1"),
            List.of());
    private static final Recipient ANNA =
            new Recipient.Known(new Identity(IdentityScheme.PERSONNUMMER, "199001019802"));
    private static final Recipient PHONE = new Recipient.At(AddressKind.PHONE, "+46701740605");
    private static final Question QUESTION = new Question(PITEA, ANNA, MessageKind.LETTER, TRACE);
    private static final Delivery LETTER = delivery(
            ANNA, new Delivery.Matter.OfLetter(new Content("Vattnet", new Content.Html("<p>Å &amp; ä<br></p>"))));
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration IMPATIENCE = Duration.ofMillis(300);

    @Test
    void asksAndGivesByTheContract() throws IOException {
        try (PlayedChannel played = new PlayedChannel(200, "{\"reachable\": true, \"since\": \"2020\"}")) {
            HttpMessageChannel channel = played.channel(PATIENCE);

            assertThat(channel.reach(QUESTION)).isEqualTo(new Reach.Reached());
            assertThat(channel.reach(new Question(PITEA, PHONE, MessageKind.NOTICE, TRACE)))
                    .isEqualTo(new Reach.Reached());
            assertThat(channel.deliver(LETTER)).isEqualTo(new Handover.Delivered());
            assertThat(played.asked())
                    .containsExactly(
                            "POST /channels/post/reachability" + HEAD
                                    + "{\"recipient\":{\"identity\":{\"scheme\":\"personnummer\","
                                    + "\"value\":\"199001019802\"}},\"kind\":\"letter\"}",
                            "POST /channels/post/reachability" + HEAD
                                    + "{\"recipient\":{\"phone\":\"+46701740605\"},\"kind\":\"notice\"}",
                            "POST /channels/post/deliveries" + HEAD
                                    + "{\"delivery\":\"4bf92f3577b34da6a3ce929d0e0e4736\",\"kind\":\"letter\","
                                    + "\"recipient\":{\"identity\":{\"scheme\":\"personnummer\","
                                    + "\"value\":\"199001019802\"}},"
                                    + "\"sender\":{\"organisationNumber\":\"2120002759\",\"name\":\"Piteå kommun\"},"
                                    + "\"expiresAt\":\"2026-12-11T09:00:00.000Z\",\"subject\":\"Vattnet\","
                                    + "\"body\":{\"html\":\"<p>Å &amp; ä<br></p>\"}}");
        }
    }

    @Test
    void givesANoticeItsOwnWordsAlone() throws IOException {
        LocalizedText words = new LocalizedText("Något att läsa", "Something to read");
        URI link = URI.create("https://minasidor.example.se/");
        try (PlayedChannel played = new PlayedChannel(202, "")) {
            assertThat(played.channel(PATIENCE).deliver(delivery(PHONE, new Delivery.Matter.OfNotice(words, link))))
                    .isEqualTo(new Handover.Accepted());
            assertThat(played.asked())
                    .singleElement()
                    .asString()
                    .contains("\"kind\":\"notice\",\"recipient\":{\"phone\":\"+46701740605\"}")
                    .endsWith("\"text\":{\"sv\":\"Något att läsa\",\"en\":\"Something to read\"},"
                            + "\"link\":\"https://minasidor.example.se/\"}");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"reachable": false, "reason": "no-mailbox"}     | NO_MAILBOX
            {"reachable": false, "reason": "out-of-paper"}   | REJECTED
            {"reachable": false}                             | REJECTED
            """)
    void readsWhySomebodyIsNotReached(String body, Reason reason) throws IOException {
        try (PlayedChannel played = new PlayedChannel(200, body)) {
            assertThat(played.channel(PATIENCE).reach(QUESTION)).isEqualTo(new Reach.Unreached(reason));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"reachable\": 1}",
                "{\"reachable\": true",
                "{\"reachable\": false, \"reason\": 5}"
            })
    void takesAnotherContentForSilence(String body) throws IOException {
        try (PlayedChannel played = new PlayedChannel(200, body)) {
            assertThat(played.channel(PATIENCE).reach(QUESTION)).isEqualTo(Silence.WHOLE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/problem+json", "application/json; charset=iso-8859-1"})
    void takesAnotherMediaTypeForSilence(String type) throws IOException {
        byte[] body = "{\"reachable\": true}".getBytes(StandardCharsets.UTF_8);
        try (PlayedChannel played = new PlayedChannel(200, Map.of("Content-Type", type), body, Duration.ZERO)) {
            assertThat(played.channel(PATIENCE).reach(QUESTION)).isEqualTo(Silence.WHOLE);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 202, 204, 302, 307, 400, 401, 404, 408, 429, 500, 503})
    void takesAnotherStatusOfReachabilityForSilence(int status) throws IOException {
        try (PlayedChannel played = new PlayedChannel(status, status == 204 ? "" : "{\"reachable\": true}")) {
            assertThat(played.channel(PATIENCE).reach(QUESTION)).isEqualTo(Silence.WHOLE);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | {"reason": "invalid-address"} | INVALID_ADDRESS
            404 | {"reason": "deceased"}        | DECEASED
            422 | {"reason": "out-of-paper"}    | REJECTED
            409 | {"reason": 5}                 | REJECTED
            403 | <html></html>                 | REJECTED
            499 | ''                            | REJECTED
            """)
    void readsWhyADeliveryIsRefused(int status, String body, Reason reason) throws IOException {
        try (PlayedChannel played = new PlayedChannel(status, body)) {
            assertThat(played.channel(PATIENCE).deliver(LETTER)).isEqualTo(new Handover.Refused(reason));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 203, 204, 301, 302, 303, 307, 308, 408, 429, 500, 502, 503, 504})
    void takesEveryOtherStatusOfADeliveryForSilence(int status) throws IOException {
        Map<String, String> headers = Map.of("Location", "/channels/trap");
        try (PlayedChannel played = new PlayedChannel(status, headers, new byte[0], Duration.ZERO)) {
            assertThat(played.channel(PATIENCE).deliver(LETTER)).isEqualTo(Silence.WHOLE);
            assertThat(played.asked()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "3600, 3600", "3601, 3600", "999999999, 3600", "0, 0"})
    void tellsHowLongTheChannelWantsPeace(String given, long seconds) throws IOException {
        Map<String, String> headers = Map.of("Retry-After", given);
        try (PlayedChannel played = new PlayedChannel(429, headers, new byte[0], Duration.ZERO)) {
            Silence expected = new Silence(Optional.of(Duration.ofSeconds(seconds)));
            assertThat(played.channel(PATIENCE).deliver(LETTER)).isEqualTo(expected);
            assertThat(played.channel(PATIENCE).reach(QUESTION)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Wed, 21 Oct 2026 07:28:00 GMT", "-1", "1.5", "soon"})
    void countsNothingButSeconds(String given) throws IOException {
        Map<String, String> headers = Map.of("Retry-After", given);
        try (PlayedChannel played = new PlayedChannel(503, headers, new byte[0], Duration.ZERO)) {
            assertThat(played.channel(PATIENCE).deliver(LETTER)).isEqualTo(Silence.WHOLE);
        }
    }

    @Test
    void takesTooLargeAnAnswerToAQuestionForSilenceAndDoesNotReadThatToADelivery() throws IOException {
        byte[] large = ("{\"reachable\": true, \"reason\": \"reserved\"}" + " ".repeat(300_000))
                .getBytes(StandardCharsets.UTF_8);
        Map<String, String> json = Map.of("Content-Type", "application/json");
        try (PlayedChannel good = new PlayedChannel(200, json, large, Duration.ZERO);
                PlayedChannel bad = new PlayedChannel(410, json, large, Duration.ZERO)) {
            assertThat(good.channel(PATIENCE).reach(QUESTION)).isEqualTo(Silence.WHOLE);
            assertThat(good.channel(PATIENCE).deliver(LETTER)).isEqualTo(new Handover.Delivered());
            assertThat(bad.channel(PATIENCE).deliver(LETTER)).isEqualTo(new Handover.Refused(Reason.RESERVED));
        }
    }

    @Test
    void waitsNoLongerThanItsDeadlineAndCallsNobodyTwice() throws IOException {
        byte[] yes = "{\"reachable\": true}".getBytes(StandardCharsets.UTF_8);
        try (PlayedChannel slow = new PlayedChannel(200, Map.of(), yes, PATIENCE)) {
            assertThat(slow.channel(IMPATIENCE).reach(QUESTION)).isEqualTo(Silence.WHOLE);
            assertThat(slow.channel(IMPATIENCE).deliver(LETTER)).isEqualTo(Silence.WHOLE);
            assertThat(slow.asked()).hasSize(2);
        }
    }

    @Test
    void holdsTheStatusOfADeliveryWhateverBecomesOfTheRest() throws IOException {
        Silence later = new Silence(Optional.of(Duration.ofSeconds(7)));
        Map<Integer, Handover> meant = Map.of(
                200,
                new Handover.Delivered(),
                202,
                new Handover.Accepted(),
                503,
                later,
                302,
                later,
                404,
                Silence.WHOLE);
        for (Map.Entry<Integer, Handover> each : meant.entrySet()) {
            try (PlayedChannel played = PlayedChannel.breakingOff(each.getKey(), Duration.ZERO)) {
                assertThat(played.channel(PATIENCE).deliver(LETTER)).isEqualTo(each.getValue());
                assertThat(played.channel(PATIENCE).reach(QUESTION)).isEqualTo(Silence.WHOLE);
            }
        }
    }

    @Test
    void waitsNoLongerThanItsDeadlineForTheRest() throws IOException {
        Duration deadline = Duration.ofSeconds(3);
        try (PlayedChannel played = PlayedChannel.breakingOff(200, Duration.ofSeconds(30))) {
            assertTimeout(
                    Duration.ofSeconds(20),
                    () -> assertThat(played.channel(deadline).deliver(LETTER)).isEqualTo(new Handover.Delivered()));
        }
    }

    @Test
    void isSilentWhenNobodyIsThere() throws IOException {
        PlayedChannel played = new PlayedChannel(200, "");
        played.close();

        assertThat(played.channel(PATIENCE).reach(QUESTION)).isEqualTo(Silence.WHOLE);
        assertThat(played.channel(PATIENCE).deliver(LETTER)).isEqualTo(Silence.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "post",
                "ftp://post.example.se/",
                "https://user@post.example.se",
                "https://post.example.se/?a=b",
                "https://post.example.se/#a"
            })
    void isAtAnAddressAlone(String url) {
        assertThatThrownBy(() -> new ChannelAddress(URI.create(url), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsItsTokenToItself() {
        ChannelAddress address = new ChannelAddress(URI.create("https://post.example.se/v1"), Optional.of("secret"));

        assertThat(address.toString()).doesNotContain("secret");
        assertThatThrownBy(() -> new ChannelAddress(address.url(), Optional.of("two words")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("two words");
    }

    private static Delivery delivery(Recipient recipient, Delivery.Matter matter) {
        return new Delivery(
                new DeliveryId("4bf92f3577b34da6a3ce929d0e0e4736"),
                SENDER,
                recipient,
                Instant.parse("2026-12-11T09:00:00Z"),
                matter,
                TRACE);
    }
}
