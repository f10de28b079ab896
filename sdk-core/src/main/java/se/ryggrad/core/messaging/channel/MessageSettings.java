package se.ryggrad.core.messaging.channel;

import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.messaging.MessageTerms;
import se.ryggrad.api.messaging.channel.ChannelDescription;
import se.ryggrad.api.messaging.channel.MessageChannel;
import se.ryggrad.api.messaging.model.AddressKind;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.MessageKind;

/**
 * Reads channels that answer over HTTP, {@code ryggrad.channel.{id}.url|kinds|title.sv|title.en|address|token|client}, and what
 * bounds the sending, {@code ryggrad.messages.tries|first-retry|maximum-time-to-live|notice-link}.
 *
 * <p>Wherever the settings stand, each method throws {@link IllegalArgumentException} with a sentence that names the one that
 * cannot be.
 *
 * @param text gives a setting by its whole name; nothing when it is absent or blank
 * @param production whether real people are served: channels are https then
 */
public record MessageSettings(Function<String, Optional<String>> text, boolean production) {

    /** What stands before the id of a channel. */
    public static final String CHANNEL = "ryggrad.channel.";

    private static final String MESSAGES = "ryggrad.messages.";
    private static final String DEFAULT_TRIES = "6";
    private static final String DEFAULT_FIRST_RETRY = "PT10S";
    private static final String DEFAULT_TIME_TO_LIVE = "P30D";

    /** Returns the channel that is called {@code id}. */
    public MessageChannel channel(String id) {
        if (!ChannelId.possible(id) || id.equals(ChannelId.MINA_SIDOR.value())) {
            throw new IllegalArgumentException(CHANNEL + id
                    + ".url is wrong: an id has small letters, figures and hyphens, and mina-sidor is the inbox");
        }
        ChannelAddress address = address(CHANNEL + id);
        return new HttpMessageChannel(description(id), address);
    }

    private ChannelDescription description(String id) {
        String prefix = CHANNEL + id;
        Set<MessageKind> kinds = kinds(prefix + ".kinds");
        Optional<AddressKind> address = text.apply(prefix + ".address")
                .map(code -> AddressKind.parse(code).orElseThrow(() -> mustBe(prefix + ".address", "phone or email")));
        if (address.isPresent() != kinds.contains(MessageKind.NOTICE)) {
            throw mustBe(prefix + ".address", "phone or email for a channel that takes notice, and absent for others");
        }
        return new ChannelDescription(
                new ChannelId(id),
                kinds,
                new LocalizedText(required(prefix + ".title.sv"), required(prefix + ".title.en")),
                address,
                text.apply(prefix + ".client"));
    }

    private Set<MessageKind> kinds(String setting) {
        List<String> codes =
                Stream.of(required(setting).split(",", -1)).map(String::strip).toList();
        Set<MessageKind> kinds =
                codes.stream().flatMap(code -> MessageKind.parse(code).stream()).collect(Collectors.toSet());
        if (kinds.size() != codes.size()) {
            throw mustBe(setting, "letter, notice, or both by comma");
        }
        return kinds;
    }

    private ChannelAddress address(String prefix) {
        String setting = prefix + ".url";
        URI url = address(setting, required(setting).replaceAll("/+$", ""));
        if (!ChannelAddress.plain(url)) {
            throw mustBe(setting, "an http or https address");
        }
        if (production && !"https".equals(url.getScheme())) {
            throw mustBe(setting, "an https address in production");
        }
        Optional<String> token = text.apply(prefix + ".token");
        if (token.filter(given -> !ChannelAddress.bearer(given)).isPresent()) {
            throw mustBe(prefix + ".token", "a bearer token");
        }
        return new ChannelAddress(url, token);
    }

    /**
     * Returns what bounds the sending.
     *
     * @param home where notices lead when {@code notice-link} is not set; absent when it must be
     */
    public MessageTerms.Limits limits(Optional<URI> home) {
        String link = MESSAGES + "notice-link";
        URI noticeLink = text.apply(link)
                .map(given -> address(link, given))
                .or(() -> home)
                .orElseThrow(() -> new IllegalArgumentException(link + " must be set"));
        int tries = tries(MESSAGES + "tries");
        Duration firstRetry = duration(MESSAGES + "first-retry", DEFAULT_FIRST_RETRY);
        Duration timeToLive = duration(MESSAGES + "maximum-time-to-live", DEFAULT_TIME_TO_LIVE);
        try {
            return new MessageTerms.Limits(tries, firstRetry, timeToLive, noticeLink);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "ryggrad.messages (tries, first-retry, maximum-time-to-live, notice-link) is wrong: "
                            + wrong.getMessage(),
                    wrong);
        }
    }

    private int tries(String setting) {
        String given = text.apply(setting).orElse(DEFAULT_TRIES);
        if (!given.matches("[0-9]{1,3}")) {
            throw mustBe(setting, "a number from 2 to 20");
        }
        return Integer.parseInt(given);
    }

    private Duration duration(String setting, String otherwise) {
        try {
            return Duration.parse(text.apply(setting).orElse(otherwise));
        } catch (DateTimeParseException wrong) {
            throw mustBe(setting, "a duration, for example " + otherwise, wrong);
        }
    }

    private static URI address(String setting, String given) {
        try {
            return URI.create(given);
        } catch (IllegalArgumentException wrong) {
            throw mustBe(setting, "an address", wrong);
        }
    }

    private String required(String setting) {
        return text.apply(setting).orElseThrow(() -> new IllegalArgumentException(setting + " must be set"));
    }

    private static IllegalArgumentException mustBe(String setting, String right) {
        return new IllegalArgumentException(setting + " must be " + right);
    }

    private static IllegalArgumentException mustBe(String setting, String right, Exception cause) {
        return new IllegalArgumentException(setting + " must be " + right, cause);
    }
}
