package se.ryggrad.conformance.run;

import java.util.Locale;

/** What a run as a whole says. */
public enum Overall {
    /** No binding requirement failed and enough was observed. */
    CONFORMANT,
    /** A binding requirement failed. */
    NOT_CONFORMANT,
    /** Nothing binding failed, but too little was observed. */
    INCONCLUSIVE;

    /** Returns the word in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
