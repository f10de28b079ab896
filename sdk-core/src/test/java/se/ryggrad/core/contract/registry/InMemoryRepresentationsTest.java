package se.ryggrad.core.contract.registry;

import java.util.List;
import java.util.Map;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.registry.RegisteredRepresentation;
import se.ryggrad.api.registry.RepresentationRegistry;

class InMemoryRepresentationsTest extends RepresentationRegistryContract {
    private static final String ISSUER = "https://issuer.example.se";

    private final InMemoryRepresentations registry = new InMemoryRepresentations(ISSUER);

    @Override
    protected RepresentationRegistry registry() {
        return registry;
    }

    @Override
    protected String issuer() {
        return ISSUER;
    }

    @Override
    protected void hold(Map<Identity, List<RegisteredRepresentation>> held) {
        registry.hold(held);
    }

    @Override
    protected void fallSilent() {
        registry.fallSilent();
    }
}
