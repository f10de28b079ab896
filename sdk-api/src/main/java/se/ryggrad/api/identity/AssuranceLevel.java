package se.ryggrad.api.identity;

import java.util.Arrays;
import java.util.Optional;

/**
 * Lists the levels of assurance of the Swedish registry with their order.
 *
 * <p>Source: swedenconnect technical framework, registry of identifiers 1.8. Levels of one rank satisfy
 * each other; an uncertified level stands below the certified one it resembles, so that it satisfies a
 * certified level of a lower rank only.
 */
public enum AssuranceLevel {
    /** Self-asserted. */
    LOA1("http://id.elegnamnden.se/loa/1.0/loa1", 10),
    /** eIDAS low, notified or not. */
    EIDAS_NF_LOW("http://id.elegnamnden.se/loa/1.0/eidas-nf-low", 20),
    /** eIDAS low, notified. */
    EIDAS_LOW("http://id.elegnamnden.se/loa/1.0/eidas-low", 20),
    /** Level 2 by an uncertified issuer. */
    UNCERTIFIED_LOA2("http://id.swedenconnect.se/loa/1.0/uncertified-loa2", 15),
    /** eIDAS low by an uncertified issuer. */
    UNCERTIFIED_EIDAS_LOW("http://id.swedenconnect.se/loa/1.0/uncertified-eidas-low", 15),
    /** Level 2. */
    LOA2("http://id.elegnamnden.se/loa/1.0/loa2", 20),
    /** Level 2 for people who are not resident. */
    LOA2_NONRESIDENT("http://id.swedenconnect.se/loa/1.0/loa2-nonresident", 20),
    /** Level 3 by an uncertified issuer. */
    UNCERTIFIED_LOA3("http://id.swedenconnect.se/loa/1.0/uncertified-loa3", 25),
    /** eIDAS substantial by an uncertified issuer. */
    UNCERTIFIED_EIDAS_SUB("http://id.swedenconnect.se/loa/1.0/uncertified-eidas-sub", 25),
    /** eIDAS substantial, notified or not. */
    EIDAS_NF_SUB("http://id.elegnamnden.se/loa/1.0/eidas-nf-sub", 30),
    /** eIDAS substantial, notified. */
    EIDAS_SUB("http://id.elegnamnden.se/loa/1.0/eidas-sub", 30),
    /** Level 3. */
    LOA3("http://id.elegnamnden.se/loa/1.0/loa3", 30),
    /** Level 3 for people who are not resident. */
    LOA3_NONRESIDENT("http://id.swedenconnect.se/loa/1.0/loa3-nonresident", 30),
    /** eIDAS high by an uncertified issuer. */
    UNCERTIFIED_EIDAS_HIGH("http://id.swedenconnect.se/loa/1.0/uncertified-eidas-high", 35),
    /** eIDAS high, notified or not. */
    EIDAS_NF_HIGH("http://id.elegnamnden.se/loa/1.0/eidas-nf-high", 40),
    /** eIDAS high, notified. */
    EIDAS_HIGH("http://id.elegnamnden.se/loa/1.0/eidas-high", 40),
    /** Level 4. */
    LOA4("http://id.elegnamnden.se/loa/1.0/loa4", 40),
    /** Level 4 for people who are not resident. */
    LOA4_NONRESIDENT("http://id.swedenconnect.se/loa/1.0/loa4-nonresident", 40);

    private final String uri;
    private final int rank;

    AssuranceLevel(String uri, int rank) {
        this.uri = uri;
        this.rank = rank;
    }

    /** Returns the level that {@code uri} names, or nothing for an unknown one. */
    public static Optional<AssuranceLevel> parse(String uri) {
        return Arrays.stream(values()).filter(level -> level.uri.equals(uri)).findFirst();
    }

    /** Returns the registered URI, the value of {@code acr}. */
    public String uri() {
        return uri;
    }

    /** Returns the place in the published order; a higher rank satisfies a lower one. */
    public int rank() {
        return rank;
    }

    /** Returns whether this level is at least {@code required}. */
    public boolean satisfies(AssuranceLevel required) {
        return rank >= required.rank;
    }

    /** Returns whether the level was given by an issuer without certification; never in production. */
    public boolean uncertified() {
        return name().startsWith("UNCERTIFIED");
    }
}
