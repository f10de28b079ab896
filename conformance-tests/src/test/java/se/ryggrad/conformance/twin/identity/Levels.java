package se.ryggrad.conformance.twin.identity;

import java.util.Map;
import java.util.TreeMap;
import se.ryggrad.conformance.twin.http.Texts;

/** Ranks the levels of assurance of the Swedish registry. */
public final class Levels {

    /** The least level of officers. */
    public static final String LOA3 = "http://id.elegnamnden.se/loa/1.0/loa3";

    /** The highest level. */
    static final String LOA4 = "http://id.elegnamnden.se/loa/1.0/loa4";

    /** The level of a service that asks for no token. */
    public static final String NONE = "none";

    private static final Map<String, Integer> RANKS = ranks();

    private Levels() {}

    private static Map<String, Integer> ranks() {
        var ranks = new TreeMap<String, Integer>();
        for (var level : Texts.standard("assurance-levels").path("levels").values()) {
            ranks.put(level.path("uri").asString(), level.path("rank").asInt());
        }
        return ranks;
    }

    /** Returns whether the registry has the level. */
    public static boolean isKnown(String level) {
        return RANKS.containsKey(level);
    }

    /** Returns whether a level reaches another; an unknown one never does. */
    public static boolean reaches(String actual, String needed) {
        if (needed.equals(NONE)) {
            return true;
        }
        return RANKS.getOrDefault(actual, 0) >= RANKS.getOrDefault(needed, Integer.MAX_VALUE);
    }
}
