package se.ryggrad.core.registry;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.catalog.ApprovalRule;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.registry.RegistryInquiry;
import se.ryggrad.api.registry.RepresentativesInquiry;

/** Tells who is to agree for somebody (ID-070), and in whose place an officer may stand (ID-075). Thread-safe. */
public interface Representatives {

    /** Knows of nobody. */
    Representatives UNKNOWN = new Representatives() {
        @Override
        public Optional<List<ActorId>> toAgree(
                RepresentativesInquiry inquiry, ApprovalRule.Who who, ServiceId service) {
            return Optional.empty();
        }

        @Override
        public Set<Identity> represented(RegistryInquiry inquiry) {
            return Set.of();
        }
    };

    /**
     * Returns who is to agree for somebody today, each once, as the opaque references that they have at {@code /me}; nothing
     * while a registry is silent or there is none to ask.
     *
     * @param who who is asked: guardians, or joint signatories
     * @param service in whose case
     */
    Optional<List<ActorId>> toAgree(RepresentativesInquiry inquiry, ApprovalRule.Who who, ServiceId service);

    /**
     * Returns whom somebody may represent today, whatever the kind, the rights and the services, jointly with others or
     * alone; a registry that is silent names nobody.
     */
    Set<Identity> represented(RegistryInquiry inquiry);
}
