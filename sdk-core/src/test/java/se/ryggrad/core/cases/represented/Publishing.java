package se.ryggrad.core.cases.represented;

import java.util.List;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.catalog.ServiceReader;

/** Publishes another version of a service. */
final class Publishing {

    private Publishing() {}

    /** Publishes a version in which nobody acts for anybody. */
    static void withoutRepresentation(World world, ServiceId id) {
        ServiceDefinition current = world.services.current(People.PRINCIPAL, id).orElseThrow();
        JsonTree nobody = JsonTree.object()
                .put("kinds", JsonTree.array(List.of()))
                .put("guardianSight", "none")
                .build();
        JsonTree second = JsonTree.object()
                .putAll(JsonTree.parse(current.document()).asObject().orElseThrow())
                .put("version", "2.0.0")
                .put("representation", nobody)
                .build();
        world.services.publish(People.PRINCIPAL, ServiceReader.read(second));
    }
}
