package se.ryggrad.conformance.twin.webhooks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.api.Feed;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.FieldFault;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.Texts;
import se.ryggrad.conformance.twin.webhooks.sending.Subscription.Wish;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a subscription shall be, under the lock of the world. */
final class Wishes {

    private static final Set<String> TYPES = Texts.standard("events")
            .path("events")
            .valueStream()
            .map(event -> event.path("type").asString())
            .collect(Collectors.toUnmodifiableSet());

    private final World world;
    private final ObjectNode body;
    private final List<FieldFault> faults = new ArrayList<>();

    private Wishes(World world, ObjectNode body) {
        this.world = world;
        this.body = body;
        faults.addAll(Json.numberFaults(body));
    }

    /** Returns what is wished, or ends with all that is wrong with it. */
    static Wish read(World world, ObjectNode body) {
        var wishes = new Wishes(world, body);
        var wish = new Wish(wishes.url(), wishes.types(), wishes.after());
        if (!wishes.faults.isEmpty()) {
            throw Fail.invalid(wishes.faults);
        }
        return wish;
    }

    private void fault(String pointer, String code) {
        faults.add(FieldFault.at(pointer, code));
    }

    private String url() {
        if (!body.has("url")) {
            fault("/url", breaks(Fault.EVT_011_E) ? "format" : "required");
        } else if (!body.path("url").isString()) {
            fault("/url", "type");
        } else {
            String url = body.path("url").stringValue();
            new Address(world.settings()).fault(url).ifPresent(code -> fault("/url", code));
            return url;
        }
        return "";
    }

    private Optional<List<String>> types() {
        var given = body.path("types");
        if (given.isMissingNode()) {
            return Optional.empty();
        }
        if (!given.isArray()) {
            fault("/types", "type");
            return Optional.empty();
        }
        if (given.isEmpty() && !breaks(Fault.EVT_013_C)) {
            fault("/types", "min-items");
        }
        var types = new ArrayList<String>();
        for (int i = 0; i < given.size(); i++) {
            String pointer = breaks(Fault.EVT_013_E) ? "/types" : "/types/" + i;
            String type = given.get(i).asString("");
            if (!given.get(i).isString()) {
                fault("/types/" + i, "type");
            } else if (!TYPES.contains(type) && !breaks(Fault.EVT_013_A)) {
                fault(pointer, breaks(Fault.EVT_013_F) ? "enum" : "unknown-value");
            }
            types.add(type);
        }
        if (new HashSet<>(types).size() < types.size() && !breaks(Fault.EVT_013_B)) {
            fault("/types", "unique-items");
        }
        return Optional.of(types);
    }

    private Optional<Integer> after() {
        var given = body.path("after");
        if (given.isMissingNode()) {
            return Optional.empty();
        }
        if (!given.isString()) {
            fault("/after", "type");
            return Optional.empty();
        }
        int place = Feed.parse(given.stringValue());
        if (place >= 0 && place <= world.feed().size()) {
            return Optional.of(place);
        }
        if (breaks(Fault.EVT_014_E)) {
            throw Fail.parameter("after", "unknown-value");
        }
        if (!breaks(Fault.EVT_014_A)) {
            fault("/after", "unknown-value");
        }
        return Optional.empty();
    }

    private boolean breaks(Fault fault) {
        return world.settings().breaks(fault);
    }
}
