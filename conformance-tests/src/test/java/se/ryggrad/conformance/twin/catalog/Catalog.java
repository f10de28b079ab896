package se.ryggrad.conformance.twin.catalog;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.Texts;
import tools.jackson.databind.node.ObjectNode;

/** Holds the published service definitions of one principal. */
public final class Catalog {

    private static final List<String> CONFORMANCE = List.of(
            "plain",
            "manual",
            "high",
            "automatic",
            "anonymous",
            "paper",
            "authority",
            "information",
            "legality",
            "represented",
            "guardian",
            "secret",
            "contact",
            "eidas",
            "disposal",
            "guardians",
            "signatories",
            "together",
            "b");

    private final TreeMap<String, TreeMap<String, Service>> services = new TreeMap<>();

    /** Returns a catalogue with the conformance services. */
    public static Catalog withConformanceServices() {
        var catalog = new Catalog();
        for (String name : CONFORMANCE) {
            String path = "/se/ryggrad/standard/services/conformance-" + name + ".json";
            catalog.publish(new Service((ObjectNode) Json.read(Texts.resource(path))));
        }
        return catalog;
    }

    /** Publishes a version. */
    public synchronized void publish(Service service) {
        services.computeIfAbsent(service.id(), id -> new TreeMap<>(Service.BY_VERSION))
                .put(service.version(), service);
    }

    /** Returns the current version of a service. */
    public synchronized Optional<Service> current(String id) {
        return Optional.ofNullable(services.get(id))
                .map(versions -> versions.lastEntry().getValue());
    }

    /** Returns the first version of a service. */
    public synchronized Optional<Service> oldest(String id) {
        return Optional.ofNullable(services.get(id))
                .map(versions -> versions.firstEntry().getValue());
    }

    /** Returns one version of a service. */
    public synchronized Optional<Service> find(String id, String version) {
        return Optional.ofNullable(services.get(id))
                .flatMap(versions -> versions.values().stream()
                        .filter(s -> s.version().equals(version))
                        .findFirst());
    }

    /** Returns the current version of each service, ordered by id. */
    public synchronized Stream<Service> all() {
        return services.values().stream().map(versions -> versions.lastEntry().getValue()).toList().stream();
    }
}
