package se.ryggrad.server.wiring;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.messaging.channel.ChannelDescription;
import se.ryggrad.api.messaging.channel.MessageChannel;
import se.ryggrad.api.messaging.model.AddressKind;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.MessageKind;
import se.ryggrad.core.messaging.channel.ChannelAddress;
import se.ryggrad.core.messaging.channel.HttpMessageChannel;
import se.ryggrad.server.security.ConfiguredIssuers;
import se.ryggrad.server.settings.RefusedStartException;
import se.ryggrad.server.settings.ServerSettings;

/**
 * Reads the channels that messages are sent by: {@code ryggrad.channel.{id}.url|kinds|title.sv|title.en|address|token|client}.
 *
 * <p>Ids that come as environment variables are listed in {@code ryggrad.channels}. Without any, a test environment has those
 * that the conformance suite plays, and a production environment the inbox alone. Production refuses channels without TLS.
 */
final class ConfiguredChannels {
    private static final String PREFIX = "ryggrad.channel.";
    private static final String URL = ".url";
    private static final String SUITE_TOKEN = "suite-channel-token";

    private final ServerSettings settings;

    /** Creates the reader. */
    ConfiguredChannels(ServerSettings settings) {
        this.settings = settings;
    }

    /** Returns the channels in the order of their ids. */
    List<MessageChannel> all() {
        Set<String> ids = ids();
        return ids.isEmpty() && !settings.production()
                ? ofSuite()
                : ids.stream().map(this::channel).toList();
    }

    /** Returns whether the channels are those of the suite. */
    boolean suite() {
        return ids().isEmpty() && !settings.production();
    }

    private Set<String> ids() {
        Set<String> ids = new TreeSet<>(settings.list("ryggrad.channels"));
        ids.addAll(settings.names(PREFIX, URL));
        return ids;
    }

    private MessageChannel channel(String id) {
        if (!ChannelId.possible(id) || id.equals(ChannelId.MINA_SIDOR.value())) {
            throw new RefusedStartException(PREFIX + id
                    + " is wrong: an id has small letters, figures and hyphens, and mina-sidor is the inbox's.");
        }
        String prefix = PREFIX + id;
        return new HttpMessageChannel(description(id), address(prefix));
    }

    private ChannelDescription description(String id) {
        String prefix = PREFIX + id;
        Set<MessageKind> kinds = settings.list(prefix + ".kinds").stream()
                .map(code -> MessageKind.parse(code).orElseThrow(() -> wrong(prefix + ".kinds", "letter and notice")))
                .collect(Collectors.toSet());
        if (kinds.isEmpty()) {
            throw wrong(prefix + ".kinds", "letter, notice, or both by comma");
        }
        Optional<AddressKind> address = settings.text(prefix + ".address")
                .map(code -> AddressKind.parse(code).orElseThrow(() -> wrong(prefix + ".address", "phone or email")));
        if (address.isPresent() != kinds.contains(MessageKind.NOTICE)) {
            throw wrong(prefix + ".address", "phone or email for a channel that takes notice, and absent for others");
        }
        return new ChannelDescription(
                new ChannelId(id),
                kinds,
                new LocalizedText(settings.required(prefix + ".title.sv"), settings.required(prefix + ".title.en")),
                address,
                settings.text(prefix + ".client"));
    }

    private ChannelAddress address(String prefix) {
        URI url =
                ServerSettings.uri(prefix + URL, settings.required(prefix + URL).replaceAll("/+$", ""));
        if (settings.production() && !"https".equals(url.getScheme())) {
            throw new RefusedStartException("In production " + prefix + URL + " must begin with https://.");
        }
        try {
            return new ChannelAddress(url, settings.text(prefix + ".token"));
        } catch (IllegalArgumentException cannot) {
            throw new RefusedStartException(prefix + " is wrong: " + cannot.getMessage() + ".", cannot);
        }
    }

    private static RefusedStartException wrong(String setting, String right) {
        return new RefusedStartException(setting + " must be " + right + ".");
    }

    private static List<MessageChannel> ofSuite() {
        return ConfiguredIssuers.SUITE.stream()
                .flatMap(ConfiguredChannels::ofSlot)
                .sorted((one, other) -> one.description()
                        .id()
                        .value()
                        .compareTo(other.description().id().value()))
                .toList();
    }
}
