package se.ryggrad.core.cdi;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.messaging.channel.MessageChannel;
import se.ryggrad.api.organisation.Authority;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.OrganisationId;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.organisation.UnitId;
import se.ryggrad.core.identity.ActorIds;
import se.ryggrad.core.identity.ActorKind;
import se.ryggrad.core.identity.KeySource;
import se.ryggrad.core.identity.SystemClients;
import se.ryggrad.core.identity.TrustedIssuer;
import se.ryggrad.core.json.JsonLimits;
import se.ryggrad.core.messaging.channel.MessageSettings;
import se.ryggrad.core.minasidor.CasePage;
import se.ryggrad.core.minasidor.CasePages;
import se.ryggrad.core.minasidor.register.PortalRegister;
import se.ryggrad.core.minasidor.register.PortalSettings;
import se.ryggrad.core.registry.Registries;
import se.ryggrad.core.registry.RegistryAddress;
import se.ryggrad.core.registry.RegistryQuestion;
import se.ryggrad.core.rest.ApiSettings;
import se.ryggrad.core.webhooks.WebhookPolicy;
import se.ryggrad.core.webhooks.WebhookSettings;

/**
 * Reads the settings of an embedder that offers no beans of its own (MicroProfile Config).
 *
 * @param config where they stand
 */
record Settings(Config config) {

    private static final String PREFIX = "ryggrad.";
    private static final List<String> CONFORMANCE = List.of("conformance-a", "conformance-b");
    private static final String DEFAULT_BASE = "http://localhost:9080/ryggrad";

    boolean production() {
        return text("environment").filter("production"::equals).isPresent();
    }

    ApiSettings api() {
        AssuranceLevel least =
                text("minimum-assurance").flatMap(AssuranceLevel::parse).orElse(AssuranceLevel.LOA3);
        ApiSettings.Product product = new ApiSettings.Product(
                text("product.name").orElse("Ryggrad"), text("product.version").orElse("0"));
        if (production() && least.uncertified()) {
            throw new IllegalStateException("in production ryggrad.minimum-assurance is a certified level");
        }
        return new ApiSettings(
                product,
                production(),
                least,
                issuers(),
                JsonLimits.DEFAULT,
                ApiSettings.DocumentLimits.DEFAULT,
                ApiSettings.Lifetimes.DEFAULT,
                true);
    }

    List<Principal> principals() {
        return list("principals").stream().map(this::principal).toList();
    }

    SystemClients clients() {
        return (principal, clientId) -> list("client." + clientId + ".authorities").stream()
                .map(AuthorityId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the definitions to publish; the conformance services too, outside production unless told otherwise. */
    InstalledServices installed() {
        return new InstalledServices(list("services"), conformance());
    }

    private boolean conformance() {
        return text("conformance-services").map(Boolean::parseBoolean).orElse(!production());
    }

    /**
     * Returns the key that actors are named with.
     *
     * @throws IllegalStateException in production without {@code ryggrad.actor-key}
     */
    ActorIds actorIds() {
        Optional<String> key = text("actor-key");
        if (key.isEmpty() && production()) {
            throw new IllegalStateException("in production ryggrad.actor-key is set: 32 random octets, base64url");
        }
        byte[] octets = key.map(text -> Base64.getUrlDecoder().decode(text))
                .orElseGet(() -> "ryggrad test environment".getBytes(StandardCharsets.UTF_8));
        return new ActorIds(octets);
    }

    /**
     * Returns the pages that people find the cases of {@code principals} at.
     *
     * @throws IllegalStateException for a template that gives no address
     */
    CasePages casePages(List<Principal> principals) {
        Map<PrincipalId, CasePage> templates = new HashMap<>();
        for (Principal principal : principals) {
            String name = "principal." + principal.id().value() + ".case-page";
            text(name).ifPresent(template -> templates.put(principal.id(), casePage(name, template)));
        }
        return CasePages.at(templates);
    }

    private static CasePage casePage(String name, String template) {
        try {
            return new CasePage(template);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException(PREFIX + name + " is wrong: " + wrong.getMessage(), wrong);
        }
    }

    /**
     * Returns whom the portals of {@code principals} ask.
     *
     * @throws IllegalStateException for a setting that is wrong
     */
    PortalRegister portals(List<Principal> principals) {
        List<String> names = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .toList();
        Function<String, Optional<String>> given =
                name -> text(name.substring(PREFIX.length())).map(String::strip).filter(value -> !value.isEmpty());
        try {
            return new PortalSettings(given, names, production())
                    .register(principals.stream().map(Principal::id).toList());
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException(wrong.getMessage(), wrong);
        }
    }

    private Principal principal(String id) {
        String prefix = "principal." + id + ".";
        return new Principal(
                new PrincipalId(id),
                required(prefix + "name"),
                new OrganisationId(required(prefix + "organisation-number")),
                text(prefix + "kommunkod"),
                URI.create(text("base-url").orElse(DEFAULT_BASE) + "/" + id + "/v1"),
                authorities(list(prefix + "authorities")));
    }

    /** Adds the conformance services' authorities that are described, while those services are installed. */
    private List<Authority> authorities(List<String> own) {
        Stream<String> tests = conformance()
                ? CONFORMANCE.stream()
                        .filter(id -> text("authority." + id + ".name").isPresent())
                : Stream.of();
        return Stream.concat(own.stream(), tests)
                .distinct()
                .map(this::authority)
                .toList();
    }

    private Authority authority(String id) {
        String prefix = "authority." + id + ".";
        return new Authority(
                new AuthorityId(id),
                required(prefix + "name"),
                required(prefix + "prefix"),
                list(prefix + "units").stream().map(UnitId::new).toList());
    }

    /**
     * Returns the registries that are asked whom somebody may represent, and who is protected.
     *
     * @throws IllegalArgumentException for a registry that cannot be asked
     * @throws IllegalStateException for one that is not https in production
     */
    Registries registries() {
        return Registries.at(addressed("registry.").stream().map(this::registry).toList());
    }

    private RegistryAddress registry(String name) {
        RegistryAddress address = new RegistryAddress(
                name.substring("registry.".length()),
                URI.create(required(name + ".url")),
                Set.copyOf(list(name + ".issuers")),
                text(name + ".timeout").map(Duration::parse).orElse(RegistryAddress.DEFAULT_TIMEOUT),
                text(name + ".token"),
                RegistryQuestion.parse(list(name + ".answers")));
        if (production() && !address.encrypted()) {
            throw new IllegalStateException("in production registries are https");
        }
        return address;
    }

    /**
     * Returns the channels that messages are sent by, beside the inbox.
     *
     * @throws IllegalArgumentException for one that cannot be called, or that is not https in production
     */
    List<MessageChannel> channels() {
        return addressed("channel.").stream()
                .map(name -> messages().channel(name.substring("channel.".length())))
                .toList();
    }

    /** Returns the reader of what is said of messages. */
    MessageSettings messages() {
        return new MessageSettings(
                name -> config.getOptionalValue(name, String.class).filter(given -> !given.isBlank()), production());
    }

    /**
     * Returns what is decided on webhooks.
     *
     * @throws IllegalArgumentException for a setting that cannot be
     */
    WebhookPolicy webhooks() {
        return new WebhookSettings(
                        name -> config.getOptionalValue(name, String.class).filter(given -> !given.isBlank()),
                        production())
                .policy();
    }

    private List<TrustedIssuer> issuers() {
        return addressed("issuer.").stream().map(this::issuer).toList();
    }

    /** Returns {@code {kind}{name}} of every setting {@code {kind}{name}.url}, ordered. */
    private Set<String> addressed(String kind) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(PREFIX + kind) && name.endsWith(".url"))
                .map(name -> name.substring(PREFIX.length(), name.length() - ".url".length()))
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    private TrustedIssuer issuer(String name) {
        String url = required(name + ".url");
        URI jwks = URI.create(text(name + ".jwks").orElse(url + "/jwks.json"));
        boolean plain = !url.startsWith("https://") || !"https".equals(jwks.getScheme());
        if (production() && plain) {
            throw new IllegalStateException("in production issuers are https");
        }
        List<String> algorithms = list(name + ".algorithms");
        return new TrustedIssuer(
                url,
                KeySource.at(jwks),
                Set.copyOf(algorithms.isEmpty() ? TrustedIssuer.ALGORITHMS : algorithms),
                list(name + ".actors").stream().map(ActorKind::parse).collect(Collectors.toUnmodifiableSet()),
                list(name + ".principals").stream().map(PrincipalId::new).collect(Collectors.toUnmodifiableSet()));
    }

    private String required(String name) {
        return text(name).orElseThrow(() -> new IllegalStateException(PREFIX + name + " is not set"));
    }

    private Optional<String> text(String name) {
        return config.getOptionalValue(PREFIX + name, String.class);
    }

    private List<String> list(String name) {
        return text(name).stream()
                .flatMap(text -> Stream.of(text.split(",", -1)))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
