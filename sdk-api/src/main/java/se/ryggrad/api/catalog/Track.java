package se.ryggrad.api.catalog;

import java.util.Locale;

/** Says which law the handling of a case follows. */
public enum Track {
    /** Förvaltningslagen (2017:900) as a whole. */
    ADMINISTRATIVE,
    /** Laglighetsprövning after kommunallagen (2017:725) chapter 13. */
    LEGALITY,
    /** Civil law: agreements, fees. */
    CIVIL,
    /** No decision in the sense of the law. */
    NONE;

    /** Returns the name in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
