package se.ryggrad.conformance.twin;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.conformance.issuer.TokenEndpoint;
import se.ryggrad.conformance.source.PlayedSource;
import se.ryggrad.conformance.twin.identity.Caller.Kind;

/**
 * Says what a twin trusts, whom it serves and what is wrong with it.
 *
 * @param issuers the trusted issuers
 * @param principals the principals, each at a base URL of its own
 * @param registries the registries to ask whom somebody may represent, and whose data is protected
 * @param channels the channels by which messages are sent, beside the inbox
 * @param clients the authorities that each system client reaches; a client that is not named reaches all
 * @param portal the sources that it asks as a portal, and by what it exchanges tokens for them
 * @param origins the origins that events are sent to though they are not public
 * @param faults what the twin does wrong on purpose
 */
public record TwinSettings(
        List<Issuer> issuers,
        List<Principal> principals,
        List<Registry> registries,
        List<Channel> channels,
        Map<String, Set<String>> clients,
        Portal portal,
        Set<String> origins,
        Set<Fault> faults) {

    /** A trusted issuer, bound to one kind of actor. */
    public record Issuer(String url, URI jwks, Kind actor) {}

    /** A principal: its id, name and organisation number. */
    public record Principal(String id, String name, String organisation) {}

    /** A registry that knows the people of some issuers. */
    public record Registry(String url, Set<String> issuers) {}

    /** The sources of a portal, and its client at each issuer. */
    public record Portal(List<Source> sources, Map<String, Client> clients) {

        /** Returns that of a system that is no portal. */
        public static Portal none() {
            return new Portal(List.of(), Map.of());
        }

        /** Returns whether a source pushes. */
        public boolean hasIndex() {
            return sources.stream().anyMatch(source -> source.client().isPresent());
        }
    }

    /** A source that a portal asks for people of some issuers, or whose client pushes to its index. */
    public record Source(
            String id,
            String swedish,
            String english,
            String url,
            Set<String> origins,
            Set<String> issuers,
            Optional<String> client) {}

    /** A client that may exchange tokens at an issuer. */
    public record Client(URI endpoint, String id, String secret) {}

    /** Returns settings with the issuers of one slot of the suite and two principals. */
    public static TwinSettings forSuite(String counterparties, int slot) {
        String base = counterparties + "/" + slot + "/";
        return new TwinSettings(
                List.of(
                        issuer(base + "person", Kind.PERSON),
                        issuer(base + "person-2", Kind.PERSON),
                        issuer(base + "officer", Kind.OFFICER),
                        issuer(base + "system", Kind.SYSTEM)),
                List.of(
                        new Principal("2581", "Piteå kommun", "2120002759"),
                        new Principal("2582", "Bodens kommun", "2120002767")),
                List.of(new Registry(
                        base + "registry",
                        Set.of(base + "person", base + "person-2", base + "officer", base + "system"))),
                List.of(
                        letters(base, slot, "mailbox", "suite-mailbox", "Digital brevlåda", "Digital mailbox"),
                        letters(base, slot, "post", "suite-post", "Post", "Post"),
                        notices(base, slot, "sms", "phone", "suite-mailbox", "Sms", "Text message"),
                        notices(base, slot, "email", "email", "suite-post", "E-post", "E-mail")),
                Map.of("suite-system-b", Set.of("conformance-b")),
                portal(base, slot),
                Set.of(counterparties),
                Set.of());
    }

    private static Portal portal(String base, int slot) {
        var sources = new ArrayList<Source>();
        for (var source : PlayedSource.values()) {
            var issuers =
                    source.isForEverybody() ? Set.of(base + "person", base + "person-2") : Set.of(base + "person-2");
            sources.add(new Source(
                    source.id(slot),
                    source.swedish(),
                    source.english(),
                    base + "sources/" + source.word(),
                    Set.of(source.origin()),
                    issuers,
                    source.client()));
        }
        return new Portal(
                sources,
                Map.of(base + "person", client(base + "person"), base + "person-2", client(base + "person-2")));
    }

    private static Client client(String issuer) {
        return new Client(URI.create(issuer + "/token"), TokenEndpoint.CLIENT, TokenEndpoint.SECRET);
    }

    private static Channel letters(String base, int slot, String name, String client, String sv, String en) {
        return new Channel("suite-" + slot + "-" + name, base + "channels/" + name, "letter", "", client, sv, en);
    }

    private static Channel notices(
            String base, int slot, String name, String address, String client, String sv, String en) {
        return new Channel("suite-" + slot + "-" + name, base + "channels/" + name, "notice", address, client, sv, en);
    }

    private static Issuer issuer(String url, Kind actor) {
        return new Issuer(url, URI.create(url + "/jwks.json"), actor);
    }

    /** Returns the same settings with faults. */
    public TwinSettings with(Set<Fault> broken) {
        return new TwinSettings(issuers, principals, registries, channels, clients, portal, origins, broken);
    }

    /** Returns whether the twin has a fault. */
    public boolean breaks(Fault fault) {
        return faults.contains(fault);
    }
}
