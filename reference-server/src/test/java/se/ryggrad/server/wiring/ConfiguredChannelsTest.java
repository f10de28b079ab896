package se.ryggrad.server.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ryggrad.api.messaging.MessageTerms;
import se.ryggrad.api.messaging.channel.ChannelDescription;
import se.ryggrad.api.messaging.channel.MessageChannel;
import se.ryggrad.api.messaging.model.AddressKind;
import se.ryggrad.api.messaging.model.MessageKind;
import se.ryggrad.server.settings.GivenSettings;
import se.ryggrad.server.settings.RefusedStartException;

/** Tests which channels the settings name, what bounds the sending, and which settings keep the server from starting. */
class ConfiguredChannelsTest {
    private static final Map<String, String> TEST = Map.of("ryggrad.environment", "test");
    private static final Map<String, String> PRODUCTION =
            Map.of("ryggrad.environment", "production", "ryggrad.base-url", "https://etjanster.example.se/ryggrad");
    private static final Map<String, String> POST = Map.of(
            "ryggrad.channel.post.url", "https://post.example.se/v1/",
            "ryggrad.channel.post.kinds", "letter",
            "ryggrad.channel.post.title.sv", "Posten",
            "ryggrad.channel.post.title.en", "The post",
            "ryggrad.channel.post.token", "secret",
            "ryggrad.channel.post.client", "post-client");
    private static final Map<String, String> ANY = Map.of(
            "ryggrad.channel.any.url", "https://any.example.se",
            "ryggrad.channel.any.kinds", "notice, letter",
            "ryggrad.channel.any.title.sv", "Allt",
            "ryggrad.channel.any.title.en", "Anything",
            "ryggrad.channel.any.address", "email");

    @Test
    void readsTheChannelsInTheOrderOfTheirIds() {
        List<ChannelDescription> all = descriptions(channels(PRODUCTION, POST, ANY));

        assertThat(all).extracting(each -> each.id().value()).containsExactly("any", "post");
        assertThat(all.get(0).kinds()).isEqualTo(Set.of(MessageKind.LETTER, MessageKind.NOTICE));
        assertThat(all.get(0).address()).contains(AddressKind.EMAIL);
        assertThat(all.get(0).client()).isEmpty();
        assertThat(all.get(1).kinds()).isEqualTo(Set.of(MessageKind.LETTER));
        assertThat(all.get(1).title().sv()).isEqualTo("Posten");
        assertThat(all.get(1).client()).contains("post-client");
    }

    @Test
    void hasThoseOfTheSuiteInTestWithoutOthers() {
        ConfiguredChannels suite = channels(TEST);

        assertThat(descriptions(suite))
                .extracting(each -> each.id().value() + " "
                        + each.address().map(AddressKind::code).orElse("-") + " "
                        + each.client().orElseThrow())
                .startsWith(
                        "suite-1-email email suite-post",
                        "suite-1-mailbox - suite-mailbox",
                        "suite-1-post - suite-post",
                        "suite-1-sms phone suite-mailbox",
                        "suite-2-email email suite-post")
                .hasSize(12);
        assertThat(suite.limits())
                .isEqualTo(new MessageTerms.Limits(
                        4, Duration.ofMillis(200), Duration.ofDays(30), URI.create("https://minasidor.example.se/")));
        assertThat(channels(TEST, Map.of("ryggrad.messages.tries", "7"))
                        .limits()
                        .tries())
                .isEqualTo(7);
    }

    @Test
    void hasTheInboxAloneInProductionWithoutOthers() {
        ConfiguredChannels none = channels(PRODUCTION);

        assertThat(none.all()).isEmpty();
        assertThat(none.limits())
                .isEqualTo(new MessageTerms.Limits(
                        6,
                        Duration.ofSeconds(10),
                        Duration.ofDays(30),
                        URI.create("https://etjanster.example.se/ryggrad")));
    }

    @Test
    void mustKnowWhereNoticesLeadInProduction() {
        ConfiguredChannels notices = channels(PRODUCTION, ANY);
        String link = "https://minasidor.example.se/inkorg";

        assertThatThrownBy(notices::limits)
                .isInstanceOf(RefusedStartException.class)
                .hasMessage("ryggrad.messages.notice-link must be set.");
        assertThat(channels(PRODUCTION, ANY, Map.of("ryggrad.messages.notice-link", link))
                        .limits()
                        .noticeLink())
                .isEqualTo(URI.create(link));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ryggrad.channel.post.url                 | post                        | ryggrad.channel.post.url
            ryggrad.channel.post.url                 | https://post.example.se/?a  | ryggrad.channel.post.url
            ryggrad.channel.post.url                 | http://post.example.se      | ryggrad.channel.post.url
            ryggrad.channel.post.kinds               | ''                          | ryggrad.channel.post.kinds
            ryggrad.channel.post.kinds               | letter,parcel               | ryggrad.channel.post.kinds
            ryggrad.channel.post.kinds               | letter,notice               | ryggrad.channel.post.address
            ryggrad.channel.post.address             | phone                       | ryggrad.channel.post.address
            ryggrad.channel.post.address             | pigeon                      | ryggrad.channel.post.address
            ryggrad.channel.post.title.sv            | ''                          | ryggrad.channel.post.title.sv
            ryggrad.channel.post.title.en            | ''                          | ryggrad.channel.post.title.en
            ryggrad.channel.post.token               | two words                   | ryggrad.channel.post.token
            ryggrad.channel.Post.url                 | https://post.example.se     | ryggrad.channel.Post
            ryggrad.channel.mina-sidor.url           | https://post.example.se     | ryggrad.channel.mina-sidor
            ryggrad.channels                         | other                       | ryggrad.channel.other
            ryggrad.messages.tries                   | 1                           | ryggrad.messages
            ryggrad.messages.tries                   | many                        | ryggrad.messages.tries
            ryggrad.messages.first-retry             | PT6M                        | ryggrad.messages
            ryggrad.messages.first-retry             | 10                          | ryggrad.messages.first-retry
            ryggrad.messages.maximum-time-to-live    | P6D                         | ryggrad.messages
            ryggrad.messages.notice-link             | http://minasidor.example.se | ryggrad.messages
            ryggrad.messages.notice-link             | Mina sidor                  | ryggrad.messages.notice-link
            """)
    void refusesASettingThatCannotBe(String name, String value, String named) {
        ConfiguredChannels wrong = channels(PRODUCTION, POST, Map.of(name, value));

        assertThatThrownBy(() -> {
                    wrong.all();
                    wrong.limits();
                })
                .isInstanceOfSatisfying(
                        RefusedStartException.class,
                        refused -> assertThat(refused.sentence())
                                .contains(named)
                                .endsWith(".")
                                .doesNotContain("two words"));
    }

    @Test
    void letsATestCallAnybody() {
        Map<String, String> url = Map.of("ryggrad.channel.post.url", "http://127.0.0.1:9700/post");

        assertThat(channels(TEST, POST, url).all()).hasSize(1);
        assertThat(channels(TEST, POST, url).limits().tries()).isEqualTo(6);
    }

    private static List<ChannelDescription> descriptions(ConfiguredChannels channels) {
        return channels.all().stream().map(MessageChannel::description).toList();
    }

    @SafeVarargs
    private static ConfiguredChannels channels(Map<String, String>... settings) {
        Map<String, String> all = new HashMap<>();
        for (Map<String, String> some : settings) {
            all.putAll(some);
        }
        return new ConfiguredChannels(GivenSettings.of(all));
    }
}
