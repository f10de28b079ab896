package se.ryggrad.core.registry;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.registry.RegisteredRepresentation;
import se.ryggrad.api.registry.RepresentationRegistry;
import se.ryggrad.core.contract.registry.RepresentationRegistryContract;

/** Holds a registry that is asked over HTTP against the contract. */
class HttpRepresentationsTest extends RepresentationRegistryContract {

    private final PlayedRegistry played = new PlayedRegistry();

    @AutoClose
    private final RegistryFixture fixture;

    private final RepresentationRegistry registry;

    HttpRepresentationsTest() throws IOException {
        fixture = new RegistryFixture(played);
        registry = fixture.registry(Duration.ofSeconds(8), Optional.empty());
    }

    @Override
    protected RepresentationRegistry registry() {
        return registry;
    }

    @Override
    protected String issuer() {
        return RegistryFixture.ISSUER;
    }

    @Override
    protected void hold(Map<Identity, List<RegisteredRepresentation>> held) {
        played.hold(held);
    }

    @Override
    protected void fallSilent() {
        played.fallSilent();
    }
}
