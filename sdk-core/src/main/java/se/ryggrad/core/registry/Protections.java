package se.ryggrad.core.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.registry.PersonInquiry;
import se.ryggrad.api.registry.PersonRegistry;
import se.ryggrad.api.registry.Protection;

/**
 * Tells who is protected, after all registries that answer for the issuer of the caller's token (ID-056, ID-062).
 *
 * <p>The registries are asked each time, and nothing is remembered. Thread-safe.
 */
public final class Protections {

    /** Asks nobody. */
    public static final Protections NOBODY = new Protections(Registries.NONE);

    private final Registries registries;

    /** Creates it over those whom to ask. */
    public Protections(Registries registries) {
        this.registries = registries;
    }

    /** Returns whether a registry answers for {@code caller}. */
    public boolean know(Caller caller) {
        return !asked(caller).isEmpty();
    }

    /**
     * Returns the protection of each of {@code persons}: the strongest that a registry names, else unknown when one is
     * silent, else none.
     */
    public Map<Identity, Protection> of(Caller caller, Set<Identity> persons) {
        Map<Identity, Protection> found = new HashMap<>();
        persons.forEach(person -> found.put(person, Protection.NONE));
        for (PersonRegistry registry : asked(caller)) {
            ask(registry, caller, List.copyOf(persons))
                    .forEach((person, protection) ->
                            found.computeIfPresent(person, (key, before) -> before.or(protection)));
        }
        return found;
    }

    private List<PersonRegistry> asked(Caller caller) {
        return caller.issuer()
                .map(issuer -> registries.persons().stream()
                        .filter(registry -> registry.knows(issuer))
                        .toList())
                .orElse(List.of());
    }

    /** Asks one registry, a bounded number of persons at a time; once it is silent it is not asked about the rest. */
    private static Map<Identity, Protection> ask(PersonRegistry registry, Caller caller, List<Identity> persons) {
        Map<Identity, Protection> found = new HashMap<>();
        List<Identity> left = new ArrayList<>(persons);
        while (!left.isEmpty()) {
            List<Identity> some = left.subList(0, Math.min(PersonInquiry.MOST_PERSONS, left.size()));
            try {
                found.putAll(registry.search(inquiry(caller, Set.copyOf(some))));
            } catch (RyggradException unanswered) {
                onlySilence(unanswered);
                left.forEach(person -> found.put(person, Protection.UNKNOWN));
                return found;
            }
            some.clear();
        }
        return found;
    }

    private static PersonInquiry inquiry(Caller caller, Set<Identity> persons) {
        return new PersonInquiry(caller.principal(), persons, caller.issuer().orElseThrow(), caller.traceparent());
    }

    private static void onlySilence(RyggradException unanswered) {
        if (unanswered.problem().type() != ProblemType.UNAVAILABLE) {
            throw unanswered;
        }
    }
}
