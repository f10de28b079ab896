package se.ryggrad.core.registry;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Lists what a registry can be asked: the setting {@code answers}. */
public enum RegistryQuestion {
    /** Who may act for whom. */
    REPRESENTATIONS,

    /** Who is protected. */
    PERSONS;

    /**
     * Returns the questions that a setting names; both when it names none.
     *
     * @throws IllegalArgumentException for another one
     */
    public static Set<RegistryQuestion> parse(List<String> names) {
        EnumSet<RegistryQuestion> named = EnumSet.noneOf(RegistryQuestion.class);
        for (String name : names) {
            named.add(of(name));
        }
        return named.isEmpty() ? EnumSet.allOf(RegistryQuestion.class) : named;
    }

    private static RegistryQuestion of(String name) {
        for (RegistryQuestion each : values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(name)) {
                return each;
            }
        }
        throw new IllegalArgumentException("a registry answers representations, persons or both");
    }
}
