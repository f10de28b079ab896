package se.ryggrad.server.security;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.organisation.Principals;
import se.ryggrad.core.minasidor.register.ExchangeClient;
import se.ryggrad.core.minasidor.register.PortalRegister;
import se.ryggrad.core.minasidor.register.PortalSettings;
import se.ryggrad.core.minasidor.register.RegisteredSource;
import se.ryggrad.server.settings.RefusedStartException;
import se.ryggrad.server.settings.ServerSettings;

/**
 * Reads which sources the portals ask, and by which clients, as {@link PortalSettings} names them.
 *
 * <p>Where a test environment trusts the conformance suite because no issuer is set, and no source is set, every principal is a
 * portal for the suite's sources and its people.
 */
public final class ConfiguredPortals {
    private static final String PERSON = "person";
    private static final String PERSON_2 = "person-2";
    private static final String SHARE = "ryggrad.overview-index.items-per-owner";

    /** Ten more than an overview shows of a source, which the suite wants to see besides. */
    private static final String SUITE_SHARE = "110";

    private static final String PUSHER = "suite-pusher";
    private static final List<String> FOR_ALL = List.of("steady", "second", "wavering", "pushing", "posting");
    private static final List<String> FOR_PERSON_2 = List.of(
            "hung",
            "dripping",
            "failing",
            "malformed",
            "misshapen",
            "huge",
            "moved",
            "refusing",
            "foreign",
            "untargeted",
            "mistaken",
            "waning",
            "aged",
            "outdated",
            "mute");
    private static final Map<String, String> CLIENTS = Map.of(
            "pushing", PUSHER,
            "posting", "suite-poster",
            "waning", PUSHER,
            "aged", PUSHER,
            "outdated", PUSHER,
            "mute", PUSHER);

    private final ServerSettings settings;
    private final List<PrincipalId> principals;

    /** Creates the reader for {@code principals}. */
    public ConfiguredPortals(ServerSettings settings, Principals principals) {
        this.settings = settings;
        this.principals = principals.all().stream().map(Principal::id).toList();
    }

    /** Returns the register. */
    public PortalRegister all() {
        PortalSettings given = new PortalSettings(settings::text, settings.names(), settings.production());
        try {
            return !settings.production() && new ConfiguredIssuers(settings).none()
                    ? ofSuite(new PortalSettings(this::suiteText, settings.names(), false))
                    : given.register(principals);
        } catch (IllegalArgumentException wrong) {
            throw new RefusedStartException(wrong.getMessage() + ".", wrong);
        }
    }

    /** The suite fills a share to its end: a small one takes it less time. */
    private Optional<String> suiteText(String name) {
        return settings.text(name).or(() -> Optional.of(SUITE_SHARE).filter(share -> name.equals(SHARE)));
    }

    private PortalRegister ofSuite(PortalSettings given) {
        List<ExchangeClient> clients = ConfiguredIssuers.SUITE.stream()
                .flatMap(slot -> Stream.of(client(slot + PERSON), client(slot + PERSON_2)))
                .toList();
        Map<PrincipalId, List<RegisteredSource>> set = given.sources(principals, clients);
        boolean none = set.values().stream().allMatch(Collection::isEmpty);
        return new PortalRegister(given.terms(), given.indexTerms(), clients, none ? ofSuite() : set);
    }

    private Map<PrincipalId, List<RegisteredSource>> ofSuite() {
        List<RegisteredSource> sources = ConfiguredIssuers.SUITE.stream()
                .flatMap(ConfiguredPortals::sources)
                .toList();
        return principals.stream().collect(Collectors.toMap(Function.identity(), principal -> sources));
    }

    private static Stream<RegisteredSource> sources(String slot) {
        return Stream.concat(
                FOR_ALL.stream().map(name -> source(slot, name, Set.of(slot + PERSON, slot + PERSON_2))),
                FOR_PERSON_2.stream().map(name -> source(slot, name, Set.of(slot + PERSON_2))));
    }

    private static RegisteredSource source(String slot, String name, Set<String> issuers) {
        URI url = URI.create(slot + "sources/" + name);
        // A source that pushes is one source: runs at the second port have a number of their own.
        int number = ConfiguredIssuers.SUITE.indexOf(slot) + 1;
        return new RegisteredSource(
                "suite-" + number + "-" + name,
                new LocalizedText("Provkälla " + name, "Test source " + name),
                url,
                Set.of("https://" + name + ".example.se"),
                issuers,
                Optional.ofNullable(CLIENTS.get(name)));
    }

    private static ExchangeClient client(String issuer) {
        return new ExchangeClient(issuer, URI.create(issuer + "/token"), "suite-portal", "suite-portal-secret");
    }
}
