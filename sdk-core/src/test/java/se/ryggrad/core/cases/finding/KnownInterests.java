package se.ryggrad.core.cases.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.catalog.ApprovalRule;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.registry.RegistryInquiry;
import se.ryggrad.api.registry.RepresentativesInquiry;
import se.ryggrad.core.registry.Representatives;

/** Says that somebody represents whom a test wants, and remembers about whom it was asked. Not thread-safe. */
final class KnownInterests implements Representatives {

    private final Identity representative;
    private final List<Identity> asked = new ArrayList<>();
    private Set<Identity> represented = Set.of();

    KnownInterests(Identity representative) {
        this.representative = representative;
    }

    /** Lets them represent {@code these} and nobody else from now on. */
    void represent(Identity... these) {
        represented = Set.of(these);
    }

    /** Returns about whom it was asked since the last time. */
    List<Identity> asked() {
        List<Identity> since = List.copyOf(asked);
        asked.clear();
        return since;
    }

    @Override
    public Set<Identity> represented(RegistryInquiry inquiry) {
        asked.add(inquiry.representative());
        return inquiry.representative().equals(representative) ? represented : Set.of();
    }

    @Override
    public Optional<List<ActorId>> toAgree(RepresentativesInquiry inquiry, ApprovalRule.Who who, ServiceId service) {
        return Optional.empty();
    }
}
