package se.ryggrad.core.json.minasidor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.ryggrad.api.Fault;
import se.ryggrad.api.minasidor.OverviewKind;
import se.ryggrad.api.minasidor.index.PushedItem;
import se.ryggrad.core.json.BodySchema;
import se.ryggrad.core.json.FaultTexts;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.StandardFiles;

/**
 * Is the form of an item that a portal takes from a source, whether it is answered or pushed: the schema {@code overview-item}, in
 * which members that it does not name are left out and a link is any text (MINA-020, MINA-024, MINA-038). Thread-safe.
 */
public final class ItemForm {

    private static final JsonTree.ObjectNode STANDARD = StandardFiles.json("schemas/overview-item.schema.json");
    private static final JsonTree.ObjectNode DEFINITIONS = part(STANDARD, "$defs");
    private static final JsonTree.ObjectNode MEMBERS = with(part(STANDARD, "properties"), "link", text());
    private static final String TEXT = "LocalizedText";
    private static final String MOST_CHARACTERS = "maxLength";
    private static final int LONGEST_TEXT = 300;

    /** The form of an item in an answer. */
    public static final ItemForm ANSWERED = new ItemForm(STANDARD.texts("required"), MEMBERS, DEFINITIONS);

    /** The form of an item that is pushed: without {@code for} and {@code id}, bounded, and with instants as requests have them. */
    public static final ItemForm PUSHED = new ItemForm(
            STANDARD.texts("required").stream()
                    .filter(name -> !List.of("for", "id").contains(name))
                    .toList(),
            pushed(),
            bounded(DEFINITIONS));

    private final BodySchema schema;

    private ItemForm(List<String> required, JsonTree.ObjectNode members, JsonTree.ObjectNode definitions) {
        JsonTree.ObjectNode item = JsonTree.object()
                .put("type", "object")
                .putTexts("required", required)
                .put("properties", members)
                .build();
        this.schema = new BodySchema(item, definitions);
    }

    /** Returns all faults of {@code item}, with pointers that begin with {@code pointer}. */
    public List<Fault> faults(JsonTree item, String pointer) {
        return schema.faults(item, pointer);
    }

    /** Returns what is shown of an item without faults. */
    public static PushedItem.Content content(JsonTree.ObjectNode item) {
        return new PushedItem.Content(
                new OverviewKind(item.text("kind").orElseThrow()),
                FaultTexts.localized(item.object("title").orElseThrow()),
                FaultTexts.localized(item.object("status").orElseThrow()),
                item.text("updatedAt").flatMap(Formats::instant).orElseThrow(),
                item.member("actionRequired").flatMap(JsonTree::asTruth).orElseThrow(),
                item.text("dueOn").flatMap(Formats::date),
                item.text("link"));
    }

    private static JsonTree.ObjectNode pushed() {
        JsonTree.ObjectNode bounds = JsonTree.object()
                .put("link", with(text(), MOST_CHARACTERS, JsonTree.of(2_000)))
                .put("kind", with(part(MEMBERS, "kind"), MOST_CHARACTERS, JsonTree.of(63)))
                .put("updatedAt", with(text(), "format", JsonTree.of("date-time")))
                .build();
        JsonTree.ObjectNode all =
                JsonTree.object().putAll(MEMBERS).putAll(bounds).build();
        return without(all, "for", "id");
    }

    private static JsonTree.ObjectNode bounded(JsonTree.ObjectNode definitions) {
        JsonTree.ObjectNode text = part(definitions, TEXT);
        JsonTree.ObjectNode languages = JsonTree.object()
                .put("sv", bound(text, "sv"))
                .put("en", bound(text, "en"))
                .build();
        return with(definitions, TEXT, with(text, "properties", languages));
    }

    private static JsonTree.ObjectNode bound(JsonTree.ObjectNode text, String language) {
        return with(part(part(text, "properties"), language), MOST_CHARACTERS, JsonTree.of(LONGEST_TEXT));
    }

    private static JsonTree.ObjectNode text() {
        return JsonTree.object().put("type", "string").build();
    }

    private static JsonTree.ObjectNode part(JsonTree.ObjectNode whole, String name) {
        return whole.object(name).orElseThrow();
    }

    private static JsonTree.ObjectNode with(JsonTree.ObjectNode whole, String name, JsonTree part) {
        return JsonTree.object().putAll(whole).put(name, part).build();
    }

    private static JsonTree.ObjectNode without(JsonTree.ObjectNode whole, String... names) {
        Map<String, JsonTree> left = new LinkedHashMap<>(whole.members());
        left.keySet().removeAll(List.of(names));
        return new JsonTree.ObjectNode(left);
    }
}
