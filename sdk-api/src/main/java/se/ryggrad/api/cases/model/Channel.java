package se.ryggrad.api.cases.model;

import java.util.Locale;

/** Lists the ways in which a case or an act can arrive. */
public enum Channel {
    /** Through an e-service. */
    DIGITAL,
    /** On paper. */
    PAPER,
    /** By phone. */
    PHONE,
    /** In person. */
    VISIT,
    /** From another system. */
    SYSTEM;

    /** Returns the name in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
