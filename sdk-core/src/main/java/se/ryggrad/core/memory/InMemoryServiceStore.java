package se.ryggrad.core.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.catalog.ServiceStore;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.catalog.VersionNumber;
import se.ryggrad.core.json.CanonicalJson;

/** Keeps service definitions in memory. Thread-safe. */
public final class InMemoryServiceStore implements ServiceStore {

    private final Map<PrincipalId, Map<String, List<ServiceDefinition>>> services = new ConcurrentHashMap<>();

    @Override
    public synchronized List<ServiceDefinition> current(PrincipalId principal) {
        return of(principal).values().stream().map(InMemoryServiceStore::newest).toList();
    }

    @Override
    public synchronized Optional<ServiceDefinition> current(PrincipalId principal, ServiceId id) {
        return Optional.ofNullable(of(principal).get(id.value())).map(InMemoryServiceStore::newest);
    }

    @Override
    public synchronized Optional<ServiceDefinition> version(PrincipalId principal, ServiceId id, String version) {
        return of(principal).getOrDefault(id.value(), List.of()).stream()
                .filter(definition -> definition.version().equals(version))
                .findFirst();
    }

    @Override
    public synchronized Publication publish(PrincipalId principal, ServiceDefinition definition) {
        Optional<ServiceDefinition> there = version(principal, definition.id(), definition.version());
        if (there.isPresent()) {
            boolean same = CanonicalJson.of(there.get().document()).equals(CanonicalJson.of(definition.document()));
            return same ? Publication.UNCHANGED : Publication.CONFLICT;
        }
        of(principal)
                .computeIfAbsent(definition.id().value(), id -> new ArrayList<>())
                .add(definition);
        return Publication.PUBLISHED;
    }

    private Map<String, List<ServiceDefinition>> of(PrincipalId principal) {
        return services.computeIfAbsent(principal, id -> new TreeMap<>());
    }

    private static ServiceDefinition newest(List<ServiceDefinition> versions) {
        return versions.stream()
                .max(Comparator.comparing(definition -> VersionNumber.parse(definition.version())))
                .orElseThrow();
    }
}
