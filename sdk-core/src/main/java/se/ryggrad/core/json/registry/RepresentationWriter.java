package se.ryggrad.core.json.registry;

import se.ryggrad.api.identity.Representation;
import se.ryggrad.api.identity.RepresentationRight;
import se.ryggrad.core.json.JsonBuilder;
import se.ryggrad.core.json.JsonTree;

/** Writes what a person may do for another, without the number of the represented (ID-028, ID-053). */
public final class RepresentationWriter {

    private RepresentationWriter() {}

    /** Returns {@code by} as an item of the person's list. */
    public static JsonTree item(Representation by) {
        JsonBuilder item = named(by).put("jointly", by.jointly());
        by.services()
                .ifPresent(services ->
                        item.putTexts("services", services.stream().sorted().toList()));
        return item.putText("until", by.until().map(Object::toString)).build();
    }

    /** Returns {@code by} as it tells for whom a request is made. */
    public static JsonTree brief(Representation by) {
        return named(by).build();
    }

    private static JsonBuilder named(Representation by) {
        return JsonTree.object()
                .put("id", by.id().toString())
                .put("kind", by.kind().code())
                .put("name", by.name())
                .putTexts(
                        "rights",
                        by.rights().stream()
                                .sorted()
                                .map(RepresentationRight::code)
                                .toList());
    }
}
