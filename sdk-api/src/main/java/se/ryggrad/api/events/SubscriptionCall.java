package se.ryggrad.api.events;

import java.util.List;
import java.util.Optional;
import se.ryggrad.api.Fault;
import se.ryggrad.api.cases.event.EventType;

/**
 * Asks for a subscription: what could be read of it, and all that is wrong with the rest.
 *
 * @param url the receiver, within its length; there, unless it has a fault
 * @param types which events; empty for all
 * @param after the position in the feed to begin after; absent for what happens from now on
 * @param faults what is wrong with the rest
 */
public record SubscriptionCall(
        Optional<String> url, List<EventType> types, Optional<String> after, List<Fault> faults) {

    /** Copies the lists. */
    public SubscriptionCall {
        types = List.copyOf(types);
        faults = List.copyOf(faults);
    }

    /** Returns the call for {@code types} from now on, all when there are none. */
    public static SubscriptionCall of(String url, List<EventType> types) {
        return new SubscriptionCall(Optional.of(url), types, Optional.empty(), List.of());
    }
}
