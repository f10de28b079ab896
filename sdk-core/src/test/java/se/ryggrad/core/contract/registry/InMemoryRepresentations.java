package se.ryggrad.core.contract.registry;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.registry.RegisteredRepresentation;
import se.ryggrad.api.registry.RegisteredRepresentative;
import se.ryggrad.api.registry.RegistryInquiry;
import se.ryggrad.api.registry.RepresentationRegistry;
import se.ryggrad.api.registry.RepresentativesInquiry;

/** Is a registry of representations in memory, for tests: it holds what it is given, or is silent. Thread-safe. */
public final class InMemoryRepresentations implements RepresentationRegistry {

    private final String issuer;
    private volatile @Nullable Map<Identity, List<RegisteredRepresentation>> held = Map.of();

    /** Creates a registry that knows the people of one issuer. */
    public InMemoryRepresentations(String issuer) {
        this.issuer = issuer;
    }

    /** Holds this alone from now on: what each person may do for others. */
    public void hold(Map<Identity, List<RegisteredRepresentation>> now) {
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
    public List<RegisteredRepresentation> search(RegistryInquiry inquiry) {
        return Objects.requireNonNullElse(answer().get(inquiry.representative()), List.of());
    }

    @Override
    public List<RegisteredRepresentative> representatives(RepresentativesInquiry inquiry) {
        return answer().entrySet().stream()
                .flatMap(holder -> holder.getValue().stream()
                        .filter(each -> each.represented().equals(inquiry.represented()))
                        .map(each -> new RegisteredRepresentative(
                                each.reference(),
                                each.kind(),
                                holder.getKey(),
                                each.rights(),
                                each.jointly(),
                                each.services(),
                                each.from(),
                                each.until())))
                .toList();
    }

    private Map<Identity, List<RegisteredRepresentation>> answer() {
        Map<Identity, List<RegisteredRepresentation>> now = held;
        if (now == null) {
            throw RyggradException.of(ProblemType.UNAVAILABLE, new LocalizedText("tyst", "silent"));
        }
        return now;
    }
}
