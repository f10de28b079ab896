package se.ryggrad.core.catalog;

import java.util.List;
import java.util.Optional;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.text.Wording;

/** Says what to change in a form, by the titles that the form gives its members; never repeats input. */
final class FaultWording {

    private static final String TITLE = "x-ryggrad-title";

    private final JsonTree schema;

    FaultWording(JsonTree schema) {
        this.schema = schema;
    }

    /** Returns what to change at {@code place}. */
    LocalizedText text(String place, FaultCode code, Optional<JsonTree> limit) {
        LocalizedText plain = Wording.text(
                key(code), Wording.same(limit.map(FaultWording::shown).orElse("–")));
        return title(place)
                .map(title -> Wording.text("fault.named", title, plain))
                .orElse(plain);
    }

    /** Returns that the member at {@code place} is missing. */
    LocalizedText missing(String place) {
        return title(place)
                .map(title -> Wording.text("fault.required-named", title))
                .orElseGet(() -> Wording.text("fault.required"));
    }

    private static String key(FaultCode code) {
        return code == FaultCode.MAX_ITEMS ? "fault.max-items-count" : "fault." + code.code();
    }

    private static String shown(JsonTree limit) {
        return limit.asText()
                .or(() -> limit.asNumber().map(number -> number.toPlainString()))
                .orElse("–");
    }

    private Optional<LocalizedText> title(String place) {
        return member(place)
                .flatMap(member -> member.object(TITLE))
                .flatMap(title ->
                        title.text("sv").flatMap(sv -> title.text("en").map(en -> new LocalizedText(sv, en))));
    }

    private Optional<JsonTree.ObjectNode> member(String place) {
        Optional<JsonTree.ObjectNode> found = schema.asObject();
        if (place.isEmpty()) {
            return found;
        }
        for (String step : List.of(place.substring(1).split("/", -1))) {
            String name = step.replace("~1", "/").replace("~0", "~");
            found = found.flatMap(here -> step(here, name));
        }
        return found;
    }

    private static Optional<JsonTree.ObjectNode> step(JsonTree.ObjectNode here, String name) {
        return here.object("properties")
                .flatMap(properties -> properties.object(name))
                .or(() -> here.object("items"));
    }
}
