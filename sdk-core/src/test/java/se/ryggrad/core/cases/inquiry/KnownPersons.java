package se.ryggrad.core.cases.inquiry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.registry.PersonInquiry;
import se.ryggrad.api.registry.PersonRegistry;
import se.ryggrad.api.registry.Protection;

/** Plays a registry of persons that says, or does not say, what a test wants. */
final class KnownPersons implements PersonRegistry {

    static final String ISSUER = "https://issuer.example.se";

    private final Map<Identity, Protection> known = new HashMap<>();
    private final List<Set<Identity>> asked = new ArrayList<>();
    private boolean silent;

    void protect(Identity person, Protection protection) {
        known.put(person, protection);
    }

    void release(Identity person) {
        known.remove(person);
    }

    void silent(boolean now) {
        silent = now;
    }

    /** Returns about whom it was asked since the last time, call by call. */
    List<Set<Identity>> asked() {
        List<Set<Identity>> since = List.copyOf(asked);
        asked.clear();
        return since;
    }

    @Override
    public String name() {
        return "known";
    }

    @Override
    public boolean knows(String issuer) {
        return issuer.equals(ISSUER);
    }

    @Override
    public Map<Identity, Protection> search(PersonInquiry inquiry) {
        asked.add(inquiry.persons());
        if (silent) {
            throw RyggradException.of(ProblemType.UNAVAILABLE, new LocalizedText("tyst", "silent"));
        }
        Map<Identity, Protection> found = new HashMap<>(known);
        found.keySet().retainAll(inquiry.persons());
        return found;
    }
}
