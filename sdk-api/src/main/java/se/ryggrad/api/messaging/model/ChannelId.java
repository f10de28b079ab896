package se.ryggrad.api.messaging.model;

import java.util.regex.Pattern;

/**
 * Names a channel, as {@code channels} of {@code /capabilities} does.
 *
 * @param value lower-case letters, digits and hyphens
 */
public record ChannelId(String value) {

    private static final Pattern SYNTAX = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /** The built-in channel: the inbox. */
    public static final ChannelId MINA_SIDOR = new ChannelId("mina-sidor");

    /** Rejects what no channel is called. */
    public ChannelId {
        if (!possible(value)) {
            throw new IllegalArgumentException("a channel id has lower-case letters, digits, hyphens");
        }
    }

    /** Returns whether a channel could be called {@code text}. */
    public static boolean possible(String text) {
        return SYNTAX.matcher(text).matches();
    }
}
