package se.ryggrad.core.webhooks.address;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Is where a receiver answers, taken apart: so that what is judged and what is called is the same.
 *
 * @param origin scheme, host and port, character by character as they were written
 * @param scheme {@code http} or {@code https}
 * @param host the host in small letters, without the brackets of an IPv6 address
 * @param port the port, that of the scheme where none was written
 * @param target path and query
 */
public record Endpoint(String origin, String scheme, String host, int port, String target) {

    private static final Pattern VISIBLE = Pattern.compile("[!-~]+");
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:\\[([0-9A-Fa-f:.]+(?:%[A-Za-z0-9._~%-]+)?)]|([A-Za-z0-9._-]+))(?::([0-9]{0,5}))?");
    private static final int HIGHEST_PORT = 65_535;

    /** Returns the endpoint of an http or https address without user information and fragment, or nothing. */
    public static Optional<Endpoint> parse(String url) {
        return uri(url).filter(uri -> uri.getScheme() != null && uri.getRawAuthority() != null)
                .filter(uri -> uri.getRawFragment() == null)
                .flatMap(uri -> parse(url, uri));
    }

    private static Optional<URI> uri(String url) {
        try {
            return VISIBLE.matcher(url).matches() ? Optional.of(new URI(url)) : Optional.empty();
        } catch (URISyntaxException other) {
            return Optional.empty();
        }
    }

    private static Optional<Endpoint> parse(String url, URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        Matcher authority = AUTHORITY.matcher(uri.getRawAuthority());
        if (!(scheme.equals("http") || scheme.equals("https")) || !authority.matches()) {
            return Optional.empty();
        }
        Optional<String> written = Optional.ofNullable(authority.group(3)).filter(port -> !port.isEmpty());
        int port = written.map(Integer::parseInt).orElse(scheme.equals("https") ? 443 : 80);
        if (port < 1 || port > HIGHEST_PORT) {
            return Optional.empty();
        }
        String host = Optional.ofNullable(authority.group(1)).orElseGet(() -> authority.group(2));
        int end = url.indexOf("://") + "://".length() + uri.getRawAuthority().length();
        return Optional.of(
                new Endpoint(url.substring(0, end), scheme, host.toLowerCase(Locale.ROOT), port, target(uri)));
    }

    private static String target(URI uri) {
        String path = Optional.ofNullable(uri.getRawPath())
                .filter(given -> !given.isEmpty())
                .orElse("/");
        return Optional.ofNullable(uri.getRawQuery())
                .map(query -> path + '?' + query)
                .orElse(path);
    }

    /** Returns whether it is called by TLS. */
    public boolean encrypted() {
        return scheme.equals("https");
    }
}
