package se.ryggrad.core.contract.registry;

import java.util.Map;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.registry.PersonRegistry;
import se.ryggrad.api.registry.Protection;

class InMemoryProtectionsTest extends PersonRegistryContract {
    private static final String ISSUER = "https://issuer.example.se";

    private final InMemoryProtections registry = new InMemoryProtections(ISSUER);

    @Override
    protected PersonRegistry registry() {
        return registry;
    }

    @Override
    protected String issuer() {
        return ISSUER;
    }

    @Override
    protected void hold(Map<Identity, Protection> held) {
        registry.hold(held);
    }

    @Override
    protected void fallSilent() {
        registry.fallSilent();
    }
}
