package se.ryggrad.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.registry.PersonInquiry;
import se.ryggrad.api.registry.PersonRegistry;
import se.ryggrad.api.registry.Protection;
import se.ryggrad.api.registry.RegisteredRepresentation;
import se.ryggrad.api.registry.RegisteredRepresentative;
import se.ryggrad.api.registry.RegistryInquiry;
import se.ryggrad.api.registry.RepresentationRegistry;
import se.ryggrad.api.registry.RepresentativesInquiry;
import se.ryggrad.core.json.JsonInput;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.registry.PersonsReader;
import se.ryggrad.core.json.registry.RegistryReader;

/**
 * Plays a registry for the people of the server's own test issuer: what each may do for others stands in {@code
 * representatives.json}, which tells who represents somebody too, and whose personal data is protected in {@code persons.json}, in the form that a registry
 * answers in. Thread-safe.
 */
public final class SimulatedRegistry implements RepresentationRegistry {
    private static final String NAME = "simulated";
    private static final String REPRESENTATIVES = "representatives.json";
    private static final String PERSONS = "persons.json";

    private final String issuer;
    private final Map<Identity, List<RegisteredRepresentation>> known = new HashMap<>();
    private final Map<Identity, List<RegisteredRepresentative>> turnedRound = new HashMap<>();

    /** Creates the registry for the people of {@code issuer}. */
    public SimulatedRegistry(String issuer) {
        this.issuer = issuer;
        read(REPRESENTATIVES).items("people").stream()
                .flatMap(person -> person.asObject().stream())
                .forEach(person -> know(
                        identity(person.object("representative").orElseThrow()),
                        RegistryReader.read(person).orElseThrow()));
    }

    private void know(Identity person, List<RegisteredRepresentation> held) {
        known.put(person, held);
        held.forEach(each -> turnedRound
                .computeIfAbsent(each.represented(), represented -> new ArrayList<>())
                .add(new RegisteredRepresentative(
                        each.reference(),
                        each.kind(),
                        person,
                        each.rights(),
                        each.jointly(),
                        each.services(),
                        each.from(),
                        each.until())));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean knows(String issuer) {
        return this.issuer.equals(issuer);
    }

    @Override
    public List<RegisteredRepresentation> search(RegistryInquiry inquiry) {
        return known.getOrDefault(inquiry.representative(), List.of());
    }

    @Override
    public List<RegisteredRepresentative> representatives(RepresentativesInquiry inquiry) {
        return List.copyOf(turnedRound.getOrDefault(inquiry.represented(), List.of()));
    }

    /** Returns what answers who is protected. */
    public PersonRegistry persons() {
        return new Persons(issuer, read(PERSONS));
    }

    /** Answers for the people of one issuer. */
    private record Persons(String issuer, JsonTree answer) implements PersonRegistry {
        @Override
        public String name() {
            return NAME;
        }

        @Override
        public boolean knows(String other) {
            return issuer.equals(other);
        }

        @Override
        public Map<Identity, Protection> search(PersonInquiry inquiry) {
            return PersonsReader.read(answer, inquiry.persons()).orElseThrow();
        }
    }

    private static Identity identity(JsonTree.ObjectNode who) {
        return new Identity(
                IdentityScheme.valueOf(who.text("scheme").orElseThrow().toUpperCase(Locale.ROOT)),
                who.text("value").orElseThrow());
    }

    private static JsonTree.ObjectNode read(String name) {
        try (InputStream file = SimulatedRegistry.class.getResourceAsStream(name)) {
            return JsonInput.resource(Objects.requireNonNull(file, name))
                    .asObject()
                    .orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
