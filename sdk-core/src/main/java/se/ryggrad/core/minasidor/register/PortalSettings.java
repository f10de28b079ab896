package se.ryggrad.core.minasidor.register;

import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.minasidor.OverviewTerms;
import se.ryggrad.api.minasidor.index.IndexTerms;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Reads the register of a portal from settings: {@code ryggrad.issuer.{name}.token-endpoint|client-id|client-secret},
 * {@code ryggrad.source.{id}.url|title.sv|title.en|origins|issuers|client} for all principals, the same below
 * {@code ryggrad.principal.{principal}.} for one, {@code ryggrad.overview.deadline|stale-for} and
 * {@code ryggrad.overview-index.fresh-for|items-per-owner}.
 *
 * <p>Whatever is wrong is an {@link IllegalArgumentException} whose message names the setting.
 *
 * @param text returns a setting, or nothing when it is absent or blank
 * @param names the names of settings that are known; issuers and sources whose names come otherwise are listed in
 *     {@code ryggrad.issuers}, {@code ryggrad.sources} and {@code ryggrad.principal.{principal}.sources}
 * @param production whether real people are served: then everything is https
 */
public record PortalSettings(Function<String, Optional<String>> text, Collection<String> names, boolean production) {

    private static final String ISSUER = "ryggrad.issuer.";
    private static final String SOURCE = "source.";
    private static final String URL = ".url";
    private static final Pattern GUESSED = Pattern.compile("[.\\[\\]]");

    /** Returns the register of the portals of {@code principals}. */
    public PortalRegister register(Collection<PrincipalId> principals) {
        List<ExchangeClient> clients = clients();
        return new PortalRegister(terms(), indexTerms(), clients, sources(principals, clients));
    }

    /** Returns the clients at the issuers that exchange tokens. */
    public List<ExchangeClient> clients() {
        return Stream.of(named(ISSUER, ".token-endpoint"), named(ISSUER, URL), list("ryggrad.issuers"))
                .flatMap(Collection::stream)
                .distinct()
                .sorted()
                .flatMap(name -> client(ISSUER + name).stream())
                .toList();
    }

    /** Returns what the portals promise. */
    public OverviewTerms terms() {
        OverviewTerms usual = OverviewTerms.DEFAULT;
        return checked(
                "ryggrad.overview",
                () -> new OverviewTerms(
                        duration("ryggrad.overview.deadline", usual.deadline()),
                        duration("ryggrad.overview.stale-for", usual.staleFor()),
                        usual.itemsPerSource(),
                        usual.answerBytes()));
    }

    /** Returns what they promise of their index. */
    public IndexTerms indexTerms() {
        IndexTerms usual = IndexTerms.DEFAULT;
        return checked(
                "ryggrad.overview-index",
                () -> new IndexTerms(
                        duration("ryggrad.overview-index.fresh-for", usual.freshFor()),
                        usual.maximumLifetime(),
                        number("ryggrad.overview-index.items-per-owner", usual.itemsPerOwner()),
                        usual.removedFor()));
    }

    /**
     * Returns the sources of each of {@code principals}.
     *
     * @param clients the clients, of whose issuers a source is that names none
     */
    public Map<PrincipalId, List<RegisteredSource>> sources(
            Collection<PrincipalId> principals, List<ExchangeClient> clients) {
        List<RegisteredSource> shared = sources("ryggrad.", clients);
        Map<PrincipalId, List<RegisteredSource>> all = new HashMap<>();
        for (PrincipalId principal : principals) {
            List<RegisteredSource> own = new ArrayList<>(shared);
            own.addAll(sources("ryggrad.principal." + principal.value() + ".", clients));
            all.put(principal, own);
        }
        return all;
    }

    private List<RegisteredSource> sources(String prefix, List<ExchangeClient> clients) {
        Set<String> ids = new TreeSet<>(list(prefix + "sources"));
        ids.addAll(named(prefix + SOURCE, URL));
        return ids.stream().map(id -> source(prefix + SOURCE + id, id, clients)).toList();
    }

    private RegisteredSource source(String prefix, String id, List<ExchangeClient> clients) {
        URI url = address(prefix + URL, required(prefix + URL).replaceAll("/+$", ""));
        LocalizedText title = new LocalizedText(required(prefix + ".title.sv"), required(prefix + ".title.en"));
        Set<String> origins = text.apply(prefix + ".origins").isPresent()
                ? Set.copyOf(list(prefix + ".origins"))
                : RegisteredSource.ownOrigin(url);
        Set<String> issuers = issuers(prefix + ".issuers", clients);
        Optional<String> client = text.apply(prefix + ".client");
        RegisteredSource source = checked(prefix, () -> new RegisteredSource(id, title, url, origins, issuers, client));
        encrypted(source.encrypted(), prefix + URL);
        return source;
    }

    private Set<String> issuers(String setting, List<ExchangeClient> clients) {
        Set<String> known = clients.stream().map(ExchangeClient::issuer).collect(Collectors.toSet());
        Set<String> given = Set.copyOf(list(setting));
        if (known.isEmpty() || !known.containsAll(given)) {
            throw new IllegalArgumentException(
                    setting + " is wrong: each is the url of an issuer with ryggrad.issuer.{name}.token-endpoint");
        }
        return given.isEmpty() ? known : given;
    }

    private Optional<ExchangeClient> client(String prefix) {
        String setting = prefix + ".token-endpoint";
        return text.apply(setting).map(endpoint -> {
            URI url = address(setting, endpoint);
            String issuer = required(prefix + URL);
            String id = required(prefix + ".client-id");
            String secret = required(prefix + ".client-secret");
            ExchangeClient client = checked(prefix, () -> new ExchangeClient(issuer, url, id, secret));
            encrypted(client.encrypted(), setting);
            return client;
        });
    }

    private void encrypted(boolean encrypted, String setting) {
        if (production && !encrypted) {
            throw new IllegalArgumentException("in production " + setting + " begins with https://");
        }
    }

    private Duration duration(String setting, Duration usual) {
        try {
            return text.apply(setting).map(Duration::parse).orElse(usual);
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(setting + " is wrong: it is a duration, for example PT2S", wrong);
        }
    }

    private int number(String setting, int usual) {
        try {
            return text.apply(setting).map(Integer::parseInt).orElse(usual);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(setting + " is wrong: it is a number, for example 100", wrong);
        }
    }

    private static URI address(String setting, String value) {
        return checked(setting, () -> URI.create(value));
    }

    private static <T> T checked(String setting, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(setting + " is wrong: " + wrong.getMessage(), wrong);
        }
    }

    private String required(String setting) {
        return text.apply(setting).orElseThrow(() -> new IllegalArgumentException(setting + " is not set"));
    }

    private List<String> list(String setting) {
        return text.apply(setting).stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /**
     * Returns every {@code x} of which a setting {@code {prefix}{x}{suffix}} is known. An environment variable is also listed
     * under a name that is guessed from it, with dots or brackets where the setting has hyphens: that is nobody's id.
     */
    private Set<String> named(String prefix, String suffix) {
        return names.stream()
                .filter(name -> name.startsWith(prefix) && name.endsWith(suffix))
                .filter(name -> name.length() > prefix.length() + suffix.length())
                .map(name -> name.substring(prefix.length(), name.length() - suffix.length()))
                .filter(name -> !GUESSED.matcher(name).find())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
