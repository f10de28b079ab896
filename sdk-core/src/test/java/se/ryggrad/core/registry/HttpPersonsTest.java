package se.ryggrad.core.registry;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.registry.PersonRegistry;
import se.ryggrad.api.registry.Protection;
import se.ryggrad.core.contract.registry.PersonRegistryContract;

/** Holds a registry that is asked over HTTP against the contract. */
class HttpPersonsTest extends PersonRegistryContract {

    private final PlayedRegistry played = new PlayedRegistry();

    @AutoClose
    private final RegistryFixture fixture;

    private final PersonRegistry registry;

    HttpPersonsTest() throws IOException {
        fixture = new RegistryFixture(played);
        registry = fixture.persons(Duration.ofSeconds(8), Optional.empty());
    }

    @Override
    protected PersonRegistry registry() {
        return registry;
    }

    @Override
    protected String issuer() {
        return RegistryFixture.ISSUER;
    }

    @Override
    protected void hold(Map<Identity, Protection> held) {
        played.protect(held);
    }

    @Override
    protected void fallSilent() {
        played.fallSilent();
    }
}
