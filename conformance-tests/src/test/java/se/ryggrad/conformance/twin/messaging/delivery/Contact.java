package se.ryggrad.conformance.twin.messaging.delivery;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ryggrad.conformance.twin.Channel;

/**
 * How somebody wants to be told that there is something to read.
 *
 * @param email their address, if they gave one
 * @param phone their number, if they gave one
 * @param notices what they wish: sms, email
 */
public record Contact(@Nullable String email, @Nullable String phone, List<String> notices) {

    /** Copies the wishes. */
    public Contact {
        notices = List.copyOf(notices);
    }

    /** Returns what holds of somebody who has said nothing. */
    public static Contact none() {
        return new Contact(null, null, List.of());
    }

    /** Returns the address that a channel for notices needs, wished or not. */
    Optional<String> address(Channel channel) {
        return Optional.ofNullable(channel.address().equals("phone") ? phone : email);
    }

    /** Returns whether notices by a channel are wished. */
    boolean wishes(Channel channel) {
        return notices.contains(channel.address().equals("phone") ? "sms" : "email");
    }

    @Override
    public String toString() {
        return "[contact]";
    }
}
