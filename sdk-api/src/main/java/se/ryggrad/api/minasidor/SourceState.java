package se.ryggrad.api.minasidor;

import java.util.Locale;

/** Lists what can become of a source that is asked. */
public enum SourceState {
    /** Answered now. */
    OK,
    /** Did not answer now; its items are those of an earlier answer. */
    STALE,
    /** Did not answer in time. */
    TIMEOUT,
    /** Did not answer as it should, or could not be trusted. */
    FAILED,
    /** Did not let the person in, or does not know of the representation. */
    DENIED;

    /** Returns the name in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
