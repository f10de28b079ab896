package se.ryggrad.server.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.api.catalog.ServiceStore;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.core.catalog.ConformanceServices;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.catalog.ServiceReader;
import se.ryggrad.server.settings.RefusedStartException;
import se.ryggrad.server.settings.ServerSettings;

/** Publishes the definitions that come with the server, at each principal that has their authority. */
final class InstalledServices {
    private final ServerSettings settings;

    InstalledServices(ServerSettings settings) {
        this.settings = settings;
    }

    /** Publishes all definitions; those that are published already stay as they are. */
    void publish(List<Principal> principals, ServiceStore store) {
        List<ServiceDefinition> definitions = definitions();
        for (Principal principal : principals) {
            definitions.stream()
                    .filter(definition ->
                            principal.authority(definition.authority()).isPresent())
                    .forEach(definition -> publish(principal, definition, store));
        }
    }

    private static void publish(Principal principal, ServiceDefinition definition, ServiceStore store) {
        if (store.publish(principal.id(), definition) == ServiceStore.Publication.CONFLICT) {
            System.getLogger(InstalledServices.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "Service {0} {1} was published with other content before; it stays as it was.",
                            definition.id().value(),
                            definition.version());
        }
    }

    private List<ServiceDefinition> definitions() {
        List<ServiceDefinition> definitions = new ArrayList<>();
        for (String id : settings.list("ryggrad.services")) {
            definitions.add(read("/services/" + id + ".json"));
        }
        if (settings.conformanceServices()) {
            definitions.addAll(ConformanceServices.definitions());
        }
        return definitions;
    }

    private static ServiceDefinition read(String resource) {
        try (InputStream content = InstalledServices.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new RefusedStartException("ryggrad.services names a service without a definition.");
            }
            String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            return ServiceReader.read(JsonTree.parse(new JsonText(text)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
