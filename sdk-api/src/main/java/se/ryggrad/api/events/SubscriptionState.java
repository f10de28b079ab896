package se.ryggrad.api.events;

import java.util.Locale;

/** Lists how it stands with the receiver of a subscription; the list is closed. */
public enum SubscriptionState {
    /** It is being challenged (EVT-015). */
    PENDING,
    /** It is sent events. */
    ACTIVE,
    /** It is left alone: it answered 410, or nothing succeeded for too long (EVT-027, EVT-028). */
    PAUSED,
    /** It did not answer the challenge (EVT-016). */
    REFUSED;

    /** Returns the name in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
