package se.ryggrad.server.security;

import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.ryggrad.core.registry.Registries;
import se.ryggrad.core.registry.RegistryAddress;
import se.ryggrad.core.registry.RegistryQuestion;
import se.ryggrad.server.demo.SimulatedRegistry;
import se.ryggrad.server.settings.RefusedStartException;
import se.ryggrad.server.settings.ServerSettings;

/**
 * Reads the registries that are asked whom somebody may represent, and who is protected: {@code
 * ryggrad.registry.{name}.url|issuers|timeout|token|answers}.
 *
 * <p>Names that come as environment variables are listed in {@code ryggrad.registries}. Without any, a test environment
 * asks those of the conformance suite for the suite's own callers, and a production environment asks none. The people
 * of the test issuer are looked up in a simulated registry. Production refuses registries without TLS.
 */
public final class ConfiguredRegistries {
    private static final String PREFIX = "ryggrad.registry.";
    private static final String URL = ".url";

    /** The suite asks much at once of a server that has just begun. */
    private static final Duration SUITE_TIMEOUT = Duration.ofSeconds(4);

    private final ServerSettings settings;
    private final Trust trust;

    /** Creates the reader. */
    public ConfiguredRegistries(ServerSettings settings, Trust trust) {
        this.settings = settings;
        this.trust = trust;
    }

    /** Returns the registries. */
    public Registries all() {
        Registries simulated = trust.testIssuer()
                .map(issuer -> simulated(issuer.trusted().url()))
                .orElse(Registries.NONE);
        List<RegistryAddress> addresses = addresses();
        try {
            return Registries.at(addresses).and(simulated);
        } catch (IllegalArgumentException wrong) {
            throw new RefusedStartException("ryggrad.registry is wrong: " + wrong.getMessage() + ".", wrong);
        }
    }

    private static Registries simulated(String issuer) {
        SimulatedRegistry registry = new SimulatedRegistry(issuer);
        return new Registries(List.of(registry), List.of(registry.persons()));
    }

    private List<RegistryAddress> addresses() {
        Set<String> names = new TreeSet<>(settings.list("ryggrad.registries"));
        names.addAll(settings.names(PREFIX, URL));
        if (names.isEmpty() && !settings.production()) {
            return ConfiguredIssuers.SUITE.stream()
                    .map(ConfiguredRegistries::ofSuite)
                    .toList();
        }
        return names.stream().map(this::address).toList();
    }

    private RegistryAddress address(String name) {
        String prefix = PREFIX + name;
        URI url =
                ServerSettings.uri(prefix + URL, settings.required(prefix + URL).replaceAll("/+$", ""));
        if (settings.production() && !"https".equals(url.getScheme())) {
            throw new RefusedStartException(
                    "In production every ryggrad.registry.{name}.url must begin with https://.");
        }
        try {
            return new RegistryAddress(
                    name,
                    url,
                    Set.copyOf(settings.list(prefix + ".issuers")),
                    timeout(prefix + ".timeout"),
                    settings.text(prefix + ".token"),
                    RegistryQuestion.parse(settings.list(prefix + ".answers")));
        } catch (IllegalArgumentException wrong) {
            throw new RefusedStartException(prefix + " is wrong: " + wrong.getMessage() + ".", wrong);
        }
    }

    private Duration timeout(String setting) {
        try {
            return settings.text(setting).map(Duration::parse).orElse(RegistryAddress.DEFAULT_TIMEOUT);
        } catch (DateTimeParseException wrong) {
            throw new RefusedStartException(setting + " must be a duration, for example PT2S.", wrong);
        }
    }

    private static RegistryAddress ofSuite(String slot) {
        return new RegistryAddress(
                "suite " + slot,
                URI.create(slot + "registry"),
                Set.of(slot + "person", slot + "person-2", slot + "officer", slot + "system"),
                SUITE_TIMEOUT,
                Optional.empty());
    }
}
