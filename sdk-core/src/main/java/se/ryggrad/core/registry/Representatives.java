package se.ryggrad.core.registry;

import java.util.List;
import java.util.Optional;
import se.ryggrad.api.catalog.ApprovalRule;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.registry.RepresentativesInquiry;

/** Tells who is to agree for somebody (ID-070). Thread-safe. */
@FunctionalInterface
public interface Representatives {

    /** Knows of nobody. */
    Representatives UNKNOWN = (inquiry, who, service) -> Optional.empty();

    /**
     * Returns who is to agree for somebody today, each once, as the opaque references that they have at {@code /me}; nothing
     * while a registry is silent or there is none to ask.
     *
     * @param who who is asked: guardians, or joint signatories
     * @param service in whose case
     */
    Optional<List<ActorId>> toAgree(RepresentativesInquiry inquiry, ApprovalRule.Who who, ServiceId service);
}
