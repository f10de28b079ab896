package se.ryggrad.core.contract.registry;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.registry.PersonInquiry;
import se.ryggrad.api.registry.PersonRegistry;
import se.ryggrad.api.registry.Protection;

/** Is a registry of persons in memory, for tests: it holds what it is given, or is silent. Thread-safe. */
public final class InMemoryProtections implements PersonRegistry {

    private final String issuer;
    private volatile @Nullable Map<Identity, Protection> held = Map.of();

    /** Creates a registry that answers for the people of one issuer. */
    public InMemoryProtections(String issuer) {
        this.issuer = issuer;
    }

    /** Holds these protections alone from now on. */
    public void hold(Map<Identity, Protection> now) {
        held = Map.copyOf(now);
    }

    /** Answers nothing from now on. */
    public void fallSilent() {
        held = null;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public boolean knows(String who) {
        return issuer.equals(who);
    }

    @Override
    public Map<Identity, Protection> search(PersonInquiry inquiry) {
        Map<Identity, Protection> now = held;
        if (now == null) {
            throw RyggradException.of(ProblemType.UNAVAILABLE, new LocalizedText("tyst", "silent"));
        }
        Map<Identity, Protection> found = new HashMap<>(now);
        found.keySet().retainAll(inquiry.persons());
        return found;
    }
}
