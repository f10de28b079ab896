package se.ryggrad.api.registry;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Says how the personal data of somebody is protected, as a registry names it.
 *
 * <p>The kinds of the standard are ordered by strength; any other text that a registry names counts as a protection.
 *
 * @param code the name in JSON; empty for somebody who has no protection
 */
public record Protection(String code) {

    /** No protection. */
    public static final Protection NONE = new Protection("");

    /** A registry was asked and is silent: counts as a protection. */
    public static final Protection UNKNOWN = new Protection("unknown");

    /** The data of the person may be secret (OSL chapter 22 section 1). */
    public static final Protection SEKRETESSMARKERING = new Protection("sekretessmarkering");

    /** The person is registered elsewhere than where they live (folkbokföringslagen section 16). */
    public static final Protection SKYDDAD_FOLKBOKFORING = new Protection("skyddad-folkbokforing");

    /** The person has been given another identity (lag 1991:483). */
    public static final Protection FINGERADE_PERSONUPPGIFTER = new Protection("fingerade-personuppgifter");

    private static final List<Protection> SILENT = List.of(NONE, UNKNOWN);
    private static final List<Protection> NAMED =
            List.of(SEKRETESSMARKERING, SKYDDAD_FOLKBOKFORING, FINGERADE_PERSONUPPGIFTER);
    private static final Comparator<Protection> BY_STRENGTH =
            Comparator.comparingInt(Protection::rank).thenComparing(Protection::code);

    /** Rejects an absent code. */
    public Protection {
        Objects.requireNonNull(code, "code");
    }

    /** Returns whether it counts as a protection. */
    public boolean protects() {
        return !equals(NONE);
    }

    /** Returns whether a registry has answered, whatever it said. */
    public boolean answered() {
        return !equals(UNKNOWN);
    }

    /** Returns the stronger of both. */
    public Protection or(Protection other) {
        return BY_STRENGTH.compare(this, other) >= 0 ? this : other;
    }

    private static int rank(Protection protection) {
        int silent = SILENT.indexOf(protection);
        return silent >= 0 ? silent : SILENT.size() + 1 + NAMED.indexOf(protection);
    }
}
