package se.ryggrad.conformance.twin.messaging.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.ryggrad.conformance.twin.Channel;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.node.ObjectNode;

/** What the twin offers as a message service: its channels, in order, and how it sends. */
public final class Offer {

    /** How many times a channel is tried. */
    static final int TRIES = 4;

    /** How long it waits before it tries a channel again for the first time. */
    static final Duration FIRST_RETRY = Duration.ofMillis(100);

    /** Where there is something to read. */
    static final String LINK = "https://minasidor.example.se/";

    private static final String OWN = "mina-sidor";

    private final TwinSettings settings;

    /** Offers the channels of the settings beside the inbox. */
    public Offer(TwinSettings settings) {
        this.settings = settings;
    }

    /** Returns whether a channel is the inbox of Mina sidor. */
    static boolean isOwn(Channel channel) {
        return channel.id().equals(OWN);
    }

    /** Returns all channels, in the order in which they are tried when nothing else is said. */
    public List<Channel> channels() {
        var all = new ArrayList<Channel>();
        all.add(new Channel(OWN, "", "letter", "", "", "Mina sidor", "My pages"));
        settings.channels().stream().sorted(Comparator.comparing(Channel::id)).forEach(all::add);
        return all;
    }

    /** Returns the channel with an id. */
    public Optional<Channel> find(String id) {
        return channels().stream().filter(c -> c.id().equals(id)).findFirst();
    }

    /** Returns the channels of a message that names none. */
    public List<Channel> taking(String kind) {
        var taking =
                new ArrayList<>(channels().stream().filter(c -> c.takes(kind)).toList());
        if (settings.breaks(Fault.MSG_009_F)) {
            java.util.Collections.reverse(taking);
        }
        boolean one = settings.breaks(Fault.MSG_009_G);
        return one ? taking.subList(0, Math.min(1, taking.size())) : taking;
    }

    /** Returns how long a message lives at most, and when it does not say. */
    public Duration longest() {
        return Duration.ofDays(settings.breaks(Fault.MSG_001_C) ? 6 : 30);
    }

    /** Returns it as the capabilities tell it. */
    public ObjectNode view() {
        var view = Json.object();
        var list = view.putArray("channels");
        channels().stream()
                .filter(c -> !isOwn(c) || !settings.breaks(Fault.MSG_001_A))
                .map(this::view)
                .forEach(list::add);
        return view.put("tries", TRIES)
                .put("firstRetry", settings.breaks(Fault.MSG_001_D) ? "PT6M" : FIRST_RETRY.toString())
                .put("maximumTimeToLive", "P" + longest().toDays() + "D")
                .put("noticeLink", LINK);
    }

    private ObjectNode view(Channel channel) {
        var view = Json.object().put("id", channel.id());
        view.putArray("kinds").add(channel.kind());
        view.putObject("title").put("sv", channel.sv()).put("en", channel.en());
        if (!channel.address().isEmpty() && !settings.breaks(Fault.MSG_001_B)) {
            view.put("address", channel.address());
        }
        return view;
    }
}
