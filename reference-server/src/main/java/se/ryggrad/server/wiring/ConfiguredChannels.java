package se.ryggrad.server.wiring;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.messaging.MessageTerms;
import se.ryggrad.api.messaging.channel.ChannelDescription;
import se.ryggrad.api.messaging.channel.MessageChannel;
import se.ryggrad.api.messaging.model.AddressKind;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.MessageKind;
import se.ryggrad.core.messaging.channel.ChannelAddress;
import se.ryggrad.core.messaging.channel.HttpMessageChannel;
import se.ryggrad.core.messaging.channel.MessageSettings;
import se.ryggrad.server.security.ConfiguredIssuers;
import se.ryggrad.server.settings.RefusedStartException;
import se.ryggrad.server.settings.ServerSettings;

/**
 * Reads the channels that messages are sent by, and what bounds the sending, as {@link MessageSettings} tells.
 *
 * <p>Ids that come as environment variables are listed in {@code ryggrad.channels}. Without any, a test environment has those
 * that the conformance suite plays, and tries them in its pace; a production environment has the inbox alone. Production
 * refuses channels without TLS.
 */
final class ConfiguredChannels {
    private static final URI EXAMPLE = URI.create("https://minasidor.example.se/");
    private static final Map<String, String> SUITE_PACE =
            Map.of("ryggrad.messages.tries", "4", "ryggrad.messages.first-retry", "PT0.2S");
    private static final String SUITE_TOKEN = "suite-channel-token";
    private static final List<Played> SUITE = List.of(
            new Played("mailbox", "Svitens brevlåda", "The suite's mailbox", Optional.empty(), "suite-mailbox"),
            new Played("post", "Svitens post", "The suite's post", Optional.empty(), "suite-post"),
            new Played(
                    "sms", "Svitens sms", "The suite's text messages", Optional.of(AddressKind.PHONE), "suite-mailbox"),
            new Played("email", "Svitens e-post", "The suite's e-mail", Optional.of(AddressKind.EMAIL), "suite-post"));

    private final ServerSettings settings;
    private final Set<String> ids;
    private final boolean suite;
    private final MessageSettings texts;

    /** Creates the reader. */
    ConfiguredChannels(ServerSettings settings) {
        this.settings = settings;
        this.ids = new TreeSet<>(settings.list("ryggrad.channels"));
        this.ids.addAll(settings.names(MessageSettings.CHANNEL, ".url"));
        this.suite = ids.isEmpty() && !settings.production();
        this.texts = new MessageSettings(this::text, settings.production());
    }

    private Optional<String> text(String name) {
        Optional<String> pace = Optional.ofNullable(SUITE_PACE.get(name)).filter(usual -> suite);
        return settings.text(name).or(() -> pace);
    }

    /** Returns the channels in the order of their ids. */
    List<MessageChannel> all() {
        return suite
                ? ofSuite()
                : ids.stream().map(id -> given(() -> texts.channel(id))).toList();
    }

    /** Returns what bounds the sending; where notices lead must be set in production as soon as there are any. */
    MessageTerms.Limits limits() {
        Optional<URI> home = settings.production()
                ? Optional.of(settings.baseUrl()).filter(base -> all().stream().noneMatch(ConfiguredChannels::notifies))
                : Optional.of(EXAMPLE);
        return given(() -> texts.limits(home));
    }

    private static boolean notifies(MessageChannel channel) {
        return channel.description().takes(MessageKind.NOTICE);
    }

    private static <T> T given(Supplier<T> setting) {
        try {
            return setting.get();
        } catch (IllegalArgumentException wrong) {
            throw new RefusedStartException(wrong.getMessage() + ".", wrong);
        }
    }

    private static List<MessageChannel> ofSuite() {
        return IntStream.range(0, ConfiguredIssuers.SUITE.size())
                .boxed()
                .flatMap(slot -> SUITE.stream().map(played -> played.at(slot)))
                .sorted(Comparator.comparing(
                        channel -> channel.description().id().value()))
                .toList();
    }

    /**
     * Is a channel that the suite plays in each of its slots.
     *
     * @param name its name in ids and addresses
     * @param sv what people call it in Swedish
     * @param en what people call it in English
     * @param address what it needs of the recipient of a notice; a channel without takes letters
     * @param client who sends its receipts
     */
    private record Played(String name, String sv, String en, Optional<AddressKind> address, String client) {
        MessageChannel at(int slot) {
            URI url = URI.create(ConfiguredIssuers.SUITE.get(slot) + "channels/" + name);
            return new HttpMessageChannel(
                    new ChannelDescription(
                            new ChannelId("suite-" + (slot + 1) + "-" + name),
                            Set.of(address.isPresent() ? MessageKind.NOTICE : MessageKind.LETTER),
                            new LocalizedText(sv, en),
                            address,
                            Optional.of(client)),
                    new ChannelAddress(url, Optional.of(SUITE_TOKEN)));
        }
    }
}
