package se.ryggrad.conformance.twin.portal;

import java.util.Locale;

/** What became of a source. */
public enum State {
    OK,
    STALE,
    TIMEOUT,
    FAILED,
    DENIED;

    /** Returns the word of the standard. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
