package se.ryggrad.core.cases.agreeing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.catalog.ApprovalRule;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.registry.RegistryInquiry;
import se.ryggrad.api.registry.RepresentativesInquiry;
import se.ryggrad.core.registry.Representatives;

/** Knows who is to agree for some, or is silent, and remembers what it was asked. Not thread-safe. */
final class KnownRepresentatives implements Representatives {

    /** What it was asked, in order. */
    final List<RepresentativesInquiry> asked = new ArrayList<>();

    private final Map<Identity, List<ActorId>> known = new HashMap<>();
    private boolean silent;

    /** Says who represents somebody from now on. */
    void let(Identity represented, Caller... representatives) {
        known.put(
                represented,
                List.of(representatives).stream()
                        .map(caller -> caller.actor().id())
                        .toList());
    }

    /** Falls silent, or answers again. */
    void silent(boolean now) {
        silent = now;
    }

    @Override
    public Optional<List<ActorId>> toAgree(RepresentativesInquiry inquiry, ApprovalRule.Who who, ServiceId service) {
        asked.add(inquiry);
        return silent ? Optional.empty() : Optional.of(known.getOrDefault(inquiry.represented(), List.of()));
    }

    @Override
    public Set<Identity> represented(RegistryInquiry inquiry) {
        return Set.of();
    }
}
