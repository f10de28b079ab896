package se.ryggrad.core.minasidor.register;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads addresses that a portal calls or leads to. */
final class WebAddress {

    private static final Set<String> OWN_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final int TLS_PORT = 443;

    private WebAddress() {}

    /**
     * Returns whether {@code address} can be called with a secret: https, or http on this machine alone; without user
     * information, query and fragment.
     */
    static boolean callable(URI address) {
        return address.getHost() != null
                && address.getRawUserInfo() == null
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && (encrypted(address)
                        || ("http".equals(address.getScheme()) && OWN_MACHINE.contains(address.getHost())));
    }

    /** Returns whether nobody on the way can read along. */
    static boolean encrypted(URI address) {
        return "https".equals(address.getScheme());
    }

    /** Returns {@code text} as an address that people can be led to, or nothing: https, with a host, without user information. */
    static Optional<URI> leading(String text) {
        try {
            URI address = new URI(text);
            return encrypted(address) && address.getHost() != null && address.getRawUserInfo() == null
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    /** Returns the origin of an https address (RFC 6454): the host in small letters, and the port where it is another than 443. */
    static String origin(URI address) {
        int port = address.getPort();
        return "https://" + address.getHost().toLowerCase(Locale.ROOT)
                + (port < 0 || port == TLS_PORT ? "" : ":" + port);
    }
}
