package se.ryggrad.core.catalog;

import java.util.List;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.core.json.StandardFiles;
import se.ryggrad.core.json.catalog.ServiceReader;

/** Reads the services that the conformance suite tries, which ship with the standard. */
public final class ConformanceServices {

    private ConformanceServices() {}

    /** Returns the definitions, in the order of {@code conformance-services.json}. */
    public static List<ServiceDefinition> definitions() {
        return StandardFiles.json("conformance-services.json").texts("services").stream()
                .map(id -> ServiceReader.read(StandardFiles.json("services/" + id + ".json")))
                .toList();
    }
}
