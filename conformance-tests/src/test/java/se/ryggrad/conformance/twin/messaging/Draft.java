package se.ryggrad.conformance.twin.messaging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import se.ryggrad.conformance.twin.Channel;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.FieldFault;
import se.ryggrad.conformance.twin.http.Judge;
import se.ryggrad.conformance.twin.messaging.delivery.Offer;
import se.ryggrad.conformance.twin.messaging.delivery.Order;
import se.ryggrad.conformance.twin.protection.Identity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Judges a message that somebody wants to send; under the lock of the world. */
final class Draft {

    private static final String LETTER = "letter";

    private final World world;
    private final ObjectNode body;
    private final Offer offer;
    private final Judge judge;

    private Draft(World world, ObjectNode body) {
        this.world = world;
        this.body = body;
        this.offer = new Offer(world.settings());
        this.judge = new Judge(body, world.settings());
    }

    /** Returns what is asked for, or ends with 422 and all that is wrong. */
    static Order read(World world, ObjectNode body, Reached reached) {
        return new Draft(world, body).order(reached);
    }

    /** Returns what is wrong with the letter of a case. */
    static List<FieldFault> faults(World world, ObjectNode letter) {
        var draft = new Draft(world, letter);
        draft.letter(new Order.To(new Identity("", ""), "", ""));
        return draft.judge.faults();
    }

    /** Returns what a case asks for with a letter that has no faults. */
    static Order letter(World world, ObjectNode letter, Order.To to) {
        return new Draft(world, letter).letter(to);
    }

    private Order letter(Order.To to) {
        var content = Content.of(body, LETTER, judge, world.settings());
        var timeToLive = TimeToLive.read(body, offer.longest(), judge);
        return new Order(LETTER, to, content.subject(), content.body(), channels(LETTER, true), timeToLive);
    }

    private Order order(Reached reached) {
        String kind = judge.text(body, "kind", "").orElse("");
        boolean known = kind.equals(LETTER) || kind.equals("notice");
        judge.faultIf(body.path("kind").isString() && !known, "/kind", "unknown-value");
        var to = new Addressing(world, reached, judge).read(body);
        var content = Content.of(body, kind, judge, world.settings());
        var channels = channels(kind, known);
        var timeToLive = TimeToLive.read(body, offer.longest(), judge);
        judge.close();
        return new Order(kind, to, content.subject(), content.body(), channels, timeToLive);
    }

    private List<Channel> channels(String kind, boolean known) {
        var named = body.path("channels");
        boolean none = named.isArray() && named.isEmpty();
        if (!body.has("channels") || (none && judge.breaks(Fault.MSG_009_D))) {
            return offer.taking(kind);
        }
        if (!named.isArray()) {
            judge.fault("/channels", "type");
            return List.of();
        }
        judge.faultIf(none, "/channels", "min-items");
        var found = new ArrayList<Channel>();
        var seen = new HashSet<JsonNode>();
        boolean twice = false;
        for (int i = 0; i < named.size(); i++) {
            boolean again = !seen.add(named.get(i));
            twice |= again;
            channel(named.get(i), "/channels/" + i, known ? kind : "")
                    .filter(c -> !again)
                    .ifPresent(found::add);
        }
        judge.faultIf(twice && !judge.breaks(Fault.MSG_009_C), "/channels", "unique-items");
        return ordered(found);
    }

    private List<Channel> ordered(List<Channel> named) {
        boolean own = judge.breaks(Fault.MSG_009_E);
        return own ? offer.channels().stream().filter(named::contains).toList() : named;
    }

    private Optional<Channel> channel(JsonNode name, String at, String kind) {
        if (!name.isString()) {
            judge.fault(at, "type");
            return Optional.empty();
        }
        var channel = offer.find(name.stringValue());
        boolean takes = channel.filter(c -> kind.isEmpty() || c.takes(kind)).isPresent();
        boolean loose = channel.isPresent() ? judge.breaks(Fault.MSG_009_B) : judge.breaks(Fault.MSG_009_A);
        judge.faultIf(!takes && !loose, at, "unknown-value");
        return channel;
    }
}
