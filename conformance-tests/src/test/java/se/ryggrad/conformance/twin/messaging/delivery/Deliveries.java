package se.ryggrad.conformance.twin.messaging.delivery;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.http.Json;

/** Gives each message that a channel is given an id of its own. */
final class Deliveries {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final TwinSettings settings;
    private final Mailroom mailroom;

    Deliveries(TwinSettings settings, Mailroom mailroom) {
        this.settings = settings;
        this.mailroom = mailroom;
    }

    /** Keeps what a channel is given, under the same id each time. */
    void give(Message message, Attempt attempt) {
        if (attempt.delivery().isEmpty() || settings.breaks(Fault.MSG_018_A)) {
            attempt.delivery(id(message, attempt));
        }
        mailroom.give(message, attempt);
    }

    String id(Message message, Attempt attempt) {
        if (settings.breaks(Fault.MSG_018_B)) {
            return message.id().replace("-", "");
        }
        if (settings.breaks(Fault.MSG_018_D)) {
            var order = message.order();
            String content = order.to().identity().value() + order.subject() + Json.text(order.body());
            String place = content + attempt.channel().id();
            return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8))
                    .toString()
                    .replace("-", "");
        }
        byte[] octets = new byte[16];
        RANDOM.nextBytes(octets);
        return HexFormat.of().formatHex(octets);
    }
}
