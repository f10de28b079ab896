package se.ryggrad.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.registry.RegisteredRepresentation;
import se.ryggrad.api.registry.RegistryInquiry;
import se.ryggrad.api.registry.RepresentationRegistry;
import se.ryggrad.core.json.JsonInput;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.registry.RegistryReader;

/**
 * Plays a registry for the people of the server's own test issuer: what each may do for others stands in {@code
 * representatives.json}, in the form that a registry answers in. Thread-safe.
 */
public final class SimulatedRegistry implements RepresentationRegistry {
    private static final String FILE = "representatives.json";

    private final String issuer;
    private final Map<Identity, List<RegisteredRepresentation>> known = new HashMap<>();

    /** Creates the registry for the people of {@code issuer}. */
    public SimulatedRegistry(String issuer) {
        this.issuer = issuer;
        read().items("people").stream()
                .flatMap(person -> person.asObject().stream())
                .forEach(person -> known.put(
                        identity(person.object("representative").orElseThrow()),
                        RegistryReader.read(person).orElseThrow()));
    }

    @Override
    public String name() {
        return "simulated";
    }

    @Override
    public boolean knows(String issuer) {
        return this.issuer.equals(issuer);
    }

    @Override
    public List<RegisteredRepresentation> search(RegistryInquiry inquiry) {
        return known.getOrDefault(inquiry.representative(), List.of());
    }

    private static Identity identity(JsonTree.ObjectNode who) {
        return new Identity(
                IdentityScheme.valueOf(who.text("scheme").orElseThrow().toUpperCase(Locale.ROOT)),
                who.text("value").orElseThrow());
    }

    private static JsonTree.ObjectNode read() {
        try (InputStream file = SimulatedRegistry.class.getResourceAsStream(FILE)) {
            return JsonInput.resource(Objects.requireNonNull(file, FILE))
                    .asObject()
                    .orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
