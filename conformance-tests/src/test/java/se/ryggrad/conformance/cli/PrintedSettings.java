package se.ryggrad.conformance.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ryggrad.conformance.twin.Channel;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.identity.Caller.Kind;

/** What {@code doctor --print-settings} prints, read as a file of properties. */
record PrintedSettings(Properties properties) {

    static PrintedSettings of(String... options) throws IOException {
        StringWriter out = new StringWriter();
        String[] line = Stream.concat(Stream.of("doctor", "--print-settings"), Stream.of(options))
                .toArray(String[]::new);
        int exit = ConformanceCommand.execute(new PrintWriter(out, true), new PrintWriter(out, true), line);
        if (exit != 0) {
            throw new IllegalStateException(out.toString());
        }
        Properties properties = new Properties();
        properties.load(new StringReader(out.toString()));
        return new PrintedSettings(properties);
    }

    /** Returns a twin's settings that follow the printed ones. */
    TwinSettings forTwin() {
        List<TwinSettings.Issuer> issuers = properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith("ryggrad.issuer.") && name.endsWith(".url"))
                .map(name -> issuer(name.substring(0, name.length() - ".url".length())))
                .toList();
        String client = "suite-system-b";
        Set<String> reach = Set.of(properties
                .getProperty("ryggrad.client." + client + ".authorities")
                .split(",", -1));
        return new TwinSettings(
                issuers,
                List.of(new TwinSettings.Principal("2581", "Piteå kommun", "2120002759")),
                registries(),
                channels(),
                Map.of(client, reach),
                portal(),
                Set.of(properties.getProperty("ryggrad.webhooks.origins").split(",", -1)),
                Set.of());
    }

    private List<TwinSettings.Registry> registries() {
        return properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith("ryggrad.registry.") && name.endsWith(".url"))
                .map(name -> registry(name.substring(0, name.length() - ".url".length())))
                .toList();
    }

    private List<Channel> channels() {
        return properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith("ryggrad.channel.") && name.endsWith(".url"))
                .map(name -> channel(name.substring("ryggrad.channel.".length(), name.length() - ".url".length())))
                .toList();
    }

    private Channel channel(String id) {
        String name = "ryggrad.channel." + id;
        return new Channel(
                id,
                properties.getProperty(name + ".url"),
                properties.getProperty(name + ".kinds"),
                properties.getProperty(name + ".address", ""),
                properties.getProperty(name + ".client", ""),
                properties.getProperty(name + ".title.sv"),
                properties.getProperty(name + ".title.en"));
    }

    private TwinSettings.Registry registry(String name) {
        return new TwinSettings.Registry(
                properties.getProperty(name + ".url"),
                Set.of(properties.getProperty(name + ".issuers").split(",", -1)));
    }

    private TwinSettings.Portal portal() {
        List<TwinSettings.Source> sources = properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith("ryggrad.source.") && name.endsWith(".url"))
                .map(name -> source(name.substring(0, name.length() - ".url".length())))
                .toList();
        Map<String, TwinSettings.Client> clients = properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith("ryggrad.issuer.") && name.endsWith(".token-endpoint"))
                .map(name -> name.substring(0, name.length() - ".token-endpoint".length()))
                .collect(Collectors.toMap(name -> properties.getProperty(name + ".url"), this::client));
        return new TwinSettings.Portal(sources, clients);
    }

    private TwinSettings.Source source(String name) {
        return new TwinSettings.Source(
                name.substring("ryggrad.source.".length()),
                properties.getProperty(name + ".title.sv"),
                properties.getProperty(name + ".title.en"),
                properties.getProperty(name + ".url"),
                Set.of(properties.getProperty(name + ".origins")),
                Set.of(properties.getProperty(name + ".issuers").split(",", -1)),
                Optional.ofNullable(properties.getProperty(name + ".client")));
    }

    private TwinSettings.Client client(String name) {
        return new TwinSettings.Client(
                URI.create(properties.getProperty(name + ".token-endpoint")),
                properties.getProperty(name + ".client-id"),
                properties.getProperty(name + ".client-secret"));
    }

    private TwinSettings.Issuer issuer(String name) {
        return new TwinSettings.Issuer(
                properties.getProperty(name + ".url"),
                URI.create(properties.getProperty(name + ".jwks")),
                Kind.valueOf(properties.getProperty(name + ".actors").toUpperCase(java.util.Locale.ROOT)));
    }
}
