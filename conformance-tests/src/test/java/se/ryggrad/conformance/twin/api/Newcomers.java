package se.ryggrad.conformance.twin.api;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.protection.Identity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads who becomes a party by a request, so that the registry can be asked about them. */
final class Newcomers {

    private Newcomers() {}

    /** Returns the persons of a new case, but for a person who begins it for themselves. */
    static List<Identity> of(Call call, ObjectNode body) {
        var all = new ArrayList<Identity>();
        var caller = call.caller();
        caller.mandate().map(m -> new Identity(m.scheme(), m.value())).ifPresent(all::add);
        body.path("parties")
                .valueStream()
                .map(p -> identity(p.path("identity")))
                .forEach(all::add);
        var own = new Identity(caller.scheme(), caller.number());
        boolean alone = caller.isPerson() && caller.mandate().isEmpty();
        return all.stream()
                .filter(Identity::isPerson)
                .filter(i -> !alone || !i.equals(own))
                .toList();
    }

    /** Returns the persons that an action adds, or gives another number. */
    static List<Identity> of(ObjectNode body) {
        return Stream.of(body.at("/party/identity"), body.at("/change/identity"))
                .map(Newcomers::identity)
                .filter(Identity::isPerson)
                .toList();
    }

    private static Identity identity(JsonNode node) {
        return new Identity(node.path("scheme").asString(""), node.path("value").asString(""));
    }
}
