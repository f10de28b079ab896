package se.ryggrad.conformance.twin.api;

import java.util.ArrayList;
import java.util.List;
import se.ryggrad.conformance.twin.cases.Lifecycle;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.FieldFault;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.node.ObjectNode;

/** Says what is wrong with a submission whose service is not known. */
final class Submissions {

    private Submissions() {}

    static List<FieldFault> faults(World world, ObjectNode body) {
        boolean byAuthority = body.path("initiatedBy").asString("").equals("authority");
        var faults = new ArrayList<>(Lifecycle.faults(byAuthority ? "open-case" : "submit", body));
        faults.addAll(Json.numberFaults(body));
        var service = body.path("service");
        if (service.path("id").isString()) {
            boolean known =
                    world.catalog().current(service.path("id").asString()).isPresent();
            if (!known || service.path("version").isString()) {
                faults.add(FieldFault.at(known ? "/service/version" : "/service/id", "unknown-value"));
            }
        }
        return faults;
    }
}
