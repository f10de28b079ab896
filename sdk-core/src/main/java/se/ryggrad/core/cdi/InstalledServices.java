package se.ryggrad.core.cdi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.api.catalog.ServiceStore;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.catalog.ConformanceServices;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.catalog.ServiceReader;

/**
 * Publishes an embedder's definitions: {@code /services/{id}.json} on its class path for each id of
 * {@code ryggrad.services}, and the conformance services of the standard where they are asked for.
 *
 * @param own the ids of the embedder's services
 * @param conformance whether the conformance services are published too
 */
record InstalledServices(List<String> own, boolean conformance) {

    private static final System.Logger LOG = System.getLogger(InstalledServices.class.getName());

    /** Publishes each definition at every principal that has its authority; those that are published already stay as they are. */
    void publish(List<Principal> principals, ServiceStore store) {
        for (ServiceDefinition definition : definitions()) {
            principals.stream()
                    .filter(principal ->
                            principal.authority(definition.authority()).isPresent())
                    .forEach(principal -> publish(principal.id(), definition, store));
        }
    }

    private static void publish(PrincipalId principal, ServiceDefinition definition, ServiceStore store) {
        if (store.publish(principal, definition) == ServiceStore.Publication.CONFLICT) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Service {0} {1} was published with other content before; it stays as it was.",
                    definition.id().value(),
                    definition.version());
        }
    }

    private List<ServiceDefinition> definitions() {
        Stream<ServiceDefinition> installed = own.stream().map(InstalledServices::read);
        Stream<ServiceDefinition> tests = conformance ? ConformanceServices.definitions().stream() : Stream.of();
        return Stream.concat(installed, tests).toList();
    }

    private static ServiceDefinition read(String id) {
        ClassLoader application = Thread.currentThread().getContextClassLoader();
        try (InputStream content = application.getResourceAsStream("services/" + id + ".json")) {
            if (content == null) {
                throw new IllegalStateException(
                        "ryggrad.services names " + id + ", but services/" + id + ".json is not on the class path");
            }
            String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            return ServiceReader.read(JsonTree.parse(new JsonText(text)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
