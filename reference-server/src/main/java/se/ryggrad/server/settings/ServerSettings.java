package se.ryggrad.server.settings;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** Reads the server's settings, all of MicroProfile Config and all named {@code ryggrad.}*. */
@Dependent
public class ServerSettings {
    private static final String DEFAULT_PORT = "9080";

    private final Config config;

    /** Creates the settings from every source of {@code config}. */
    @Inject
    public ServerSettings(Config config) {
        this.config = config;
    }

    /** Returns whether real people are served. */
    public boolean production() {
        String environment = required("ryggrad.environment");
        if (!environment.equals("test") && !environment.equals("production")) {
            throw new RefusedStartException("ryggrad.environment must be test or production.");
        }
        return environment.equals("production");
    }

    /** Returns the base URL without principal, without a trailing slash. */
    public URI baseUrl() {
        String own = "http://localhost:" + text("ryggrad.http.port").orElse(DEFAULT_PORT) + "/ryggrad";
        return uri("ryggrad.base-url", text("ryggrad.base-url").orElse(own).replaceAll("/+$", ""));
    }

    /** Returns the server's own address, where it listens. */
    public URI ownAddress() {
        return URI.create("http://localhost:" + text("ryggrad.http.port").orElse(DEFAULT_PORT));
    }

    /** Returns whether nothing beyond this machine can reach the server. */
    public boolean loopback() {
        String host = text("ryggrad.http.host").orElse("127.0.0.1");
        return host.equals("127.0.0.1") || host.equals("localhost") || host.equals("::1");
    }

    /** Returns the data folder. */
    public Path dataDirectory() {
        String home = System.getProperty("user.home", ".");
        return text("ryggrad.data-dir")
                .map(Path::of)
                .orElse(Path.of(home, ".ryggrad"))
                .toAbsolutePath();
    }

    /** Returns whether the suite's services are installed; the default is yes in {@code test}. */
    public boolean conformanceServices() {
        return config.getOptionalValue("ryggrad.conformance-services", Boolean.class)
                .orElse(!production());
    }

    /** Returns a setting, or nothing when it is absent or blank. */
    public Optional<String> text(String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Returns a setting that has no default. */
    public String required(String name) {
        return text(name).orElseThrow(() -> new RefusedStartException(name + " must be set."));
    }

    /** Returns the items of a list; empty when it is absent. */
    public List<String> list(String name) {
        return text(name).stream()
                .flatMap(value -> List.of(value.split(",", -1)).stream())
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** Returns the names of all settings that are known, those of other programs among them. */
    public List<String> names() {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .toList();
    }

    /** Returns every {@code x} of which a setting {@code {prefix}{x}{suffix}} is known, ordered. */
    public List<String> names(String prefix, String suffix) {
        return names().stream()
                .filter(name -> name.startsWith(prefix) && name.endsWith(suffix))
                .filter(name -> name.length() > prefix.length() + suffix.length())
                .map(name -> name.substring(prefix.length(), name.length() - suffix.length()))
                .sorted()
                .distinct()
                .toList();
    }

    /** Returns {@code value} as an address. */
    public static URI uri(String name, String value) {
        try {
            URI uri = URI.create(value);
            if (uri.getHost() == null || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                throw new RefusedStartException(name + " must be an http or https address.");
            }
            return uri;
        } catch (IllegalArgumentException malformed) {
            throw new RefusedStartException(name + " must be an http or https address.", malformed);
        }
    }
}
