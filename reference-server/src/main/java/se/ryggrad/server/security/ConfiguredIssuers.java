package se.ryggrad.server.security;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.identity.ActorKind;
import se.ryggrad.core.identity.KeySource;
import se.ryggrad.core.identity.TrustedIssuer;
import se.ryggrad.server.settings.RefusedStartException;
import se.ryggrad.server.settings.ServerSettings;

/**
 * Reads the trusted issuers: {@code ryggrad.issuer.{name}.url|jwks|algorithms|actors|principals}.
 *
 * <p>Names that come as environment variables are listed in {@code ryggrad.issuers}. Without any, a test environment
 * trusts the conformance suite in two slots of one process and in a second process beside it, and a production
 * environment does not start. Production refuses issuers without TLS.
 */
public final class ConfiguredIssuers {
    private static final String PREFIX = "ryggrad.issuer.";
    private static final String URL = ".url";
    /** The addresses of the suite's slots. */
    public static final List<String> SUITE =
            List.of("http://127.0.0.1:9911/1/", "http://127.0.0.1:9911/2/", "http://127.0.0.1:9912/1/");

    private final ServerSettings settings;

    /** Creates the reader. */
    public ConfiguredIssuers(ServerSettings settings) {
        this.settings = settings;
    }

    /** Returns whether no issuer is set, and the suite is trusted in a test environment. */
    boolean none() {
        return names().isEmpty();
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>(settings.list("ryggrad.issuers"));
        names.addAll(settings.names(PREFIX, URL));
        return names;
    }

    /** Returns the trusted issuers. */
    public List<TrustedIssuer> all() {
        Set<String> names = names();
        if (names.isEmpty() && settings.production()) {
            throw new RefusedStartException("In production at least one ryggrad.issuer.{name}.url must be set.");
        }
        return names.isEmpty() ? suite() : names.stream().map(this::issuer).toList();
    }

    private TrustedIssuer issuer(String name) {
        String prefix = PREFIX + name;
        String url = settings.required(prefix + URL);
        List<String> algorithms = settings.list(prefix + ".algorithms");
        try {
            return new TrustedIssuer(
                    url,
                    KeySource.at(jwks(prefix + ".jwks", url)),
                    Set.copyOf(algorithms.isEmpty() ? TrustedIssuer.ALGORITHMS : algorithms),
                    settings.list(prefix + ".actors").stream()
                            .map(ActorKind::parse)
                            .collect(Collectors.toSet()),
                    settings.list(prefix + ".principals").stream()
                            .map(PrincipalId::new)
                            .collect(Collectors.toSet()));
        } catch (IllegalArgumentException wrong) {
            throw new RefusedStartException(
                    prefix + ".actors must name person, officer or system, and .algorithms RS256, PS256 or ES256.",
                    wrong);
        }
    }

    private URI jwks(String setting, String url) {
        URI jwks = ServerSettings.uri(setting, settings.text(setting).orElse(url + "/jwks.json"));
        if (settings.production() && !(url.startsWith("https://") && "https".equals(jwks.getScheme()))) {
            throw new RefusedStartException(
                    "In production every ryggrad.issuer.{name}.url and .jwks must begin with https://.");
        }
        return jwks;
    }

    private static List<TrustedIssuer> suite() {
        List<TrustedIssuer> issuers = new ArrayList<>();
        for (String slot : SUITE) {
            Stream.of(ActorKind.values()).forEach(kind -> issuers.add(ofSuite(slot + kind.code(), kind)));
            issuers.add(ofSuite(slot + "person-2", ActorKind.PERSON));
        }
        return issuers;
    }

    private static TrustedIssuer ofSuite(String url, ActorKind kind) {
        return new TrustedIssuer(
                url,
                KeySource.at(URI.create(url + "/jwks.json")),
                Set.copyOf(TrustedIssuer.ALGORITHMS),
                Set.of(kind),
                Set.of());
    }
}
