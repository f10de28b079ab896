package se.ryggrad.core.minasidor.register;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.minasidor.GatheredItem;
import se.ryggrad.api.minasidor.index.PushedItem;

/**
 * Is a source that a portal asks, or that pushes to its index.
 *
 * @param id what the portal names it by
 * @param title what people know it as
 * @param url its base URL, the audience of the tokens that it gets, without a slash at its end
 * @param origins where its links lead: https origins; with none no link is shown
 * @param issuers for whose people it is asked: issuers of access tokens
 * @param client the system that pushes for it (MINA-035); absent for a source that is asked
 */
public record RegisteredSource(
        String id, LocalizedText title, URI url, Set<String> origins, Set<String> issuers, Optional<String> client) {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /** Rejects what cannot be asked, and keeps origins in their one form. */
    public RegisteredSource {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("the id of a source is 1 to 63 of a-z, 0-9 and -, no - first");
        }
        Objects.requireNonNull(title, "title");
        if (title.sv().isBlank() || title.en().isBlank()) {
            throw new IllegalArgumentException("the title is a text in Swedish and in English");
        }
        if (!WebAddress.callable(url) || url.toString().endsWith("/")) {
            throw new IllegalArgumentException(
                    "the url is an https address without user information, query and fragment;"
                            + " http is for this machine alone");
        }
        origins = origins.stream().map(RegisteredSource::origin).collect(Collectors.toUnmodifiableSet());
        issuers = Set.copyOf(issuers);
        if (issuers.isEmpty()) {
            throw new IllegalArgumentException("a source is asked for the people of at least one issuer");
        }
        if (client.filter(String::isEmpty).isPresent()) {
            throw new IllegalArgumentException("a client has an id");
        }
    }

    /** Creates a source that is asked. */
    public RegisteredSource(String id, LocalizedText title, URI url, Set<String> origins, Set<String> issuers) {
        this(id, title, url, origins, issuers, Optional.empty());
    }

    /** Returns whether the source pushes. */
    public boolean pushes() {
        return client.isPresent();
    }

    /** Returns the origin of {@code url} where links may lead to it, else none. */
    public static Set<String> ownOrigin(URI url) {
        return WebAddress.encrypted(url) && url.getHost() != null ? Set.of(WebAddress.origin(url)) : Set.of();
    }

    /** Returns whether nobody on the way can read along. */
    public boolean encrypted() {
        return WebAddress.encrypted(url);
    }

    /** Returns where {@code link} leads, or nothing when it is no https address on an origin of the source (MINA-024). */
    public Optional<URI> link(String link) {
        return WebAddress.leading(link).filter(address -> origins.contains(WebAddress.origin(address)));
    }

    /** Returns an item of the source as the portal shows it: its values, but for an unknown kind and a link that leads elsewhere. */
    public GatheredItem shown(String item, PushedItem.Content content) {
        return new GatheredItem(
                id,
                item,
                content.kind().known(),
                content.title(),
                content.status(),
                content.updatedAt(),
                content.actionRequired(),
                content.dueOn(),
                content.link().flatMap(this::link));
    }

    private static String origin(String text) {
        return WebAddress.leading(text)
                .filter(address -> text.endsWith(address.getRawAuthority()))
                .map(WebAddress::origin)
                .orElseThrow(() -> new IllegalArgumentException(
                        "an origin is https, a host and at most a port, such as https://minasidor.example.se"));
    }
}
