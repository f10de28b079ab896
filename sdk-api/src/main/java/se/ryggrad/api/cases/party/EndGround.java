package se.ryggrad.api.cases.party;

import java.util.Locale;

/** Lists why a party's place in a case ends; the list is closed. */
public enum EndGround {
    /** The person has died. */
    DEATH,
    /** The organisation has gone into another. */
    MERGER,
    /** The person is of age now, so that whoever was a party for their sake is not. */
    MAJORITY,
    /** Something else, which the officer tells in words. */
    OTHER;

    /** Returns the name in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
