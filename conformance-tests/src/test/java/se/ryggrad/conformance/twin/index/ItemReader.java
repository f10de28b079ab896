package se.ryggrad.conformance.twin.index;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.cases.World;
import se.ryggrad.conformance.twin.http.Instants;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.Judge;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Judges the item itself of what is pushed, and keeps the members that the standard names. */
final class ItemReader {

    private static final int KIND = 63;
    private static final int TEXT = 300;
    private static final int LINK = 2000;
    private static final Set<String> KINDS =
            Set.of("case", "task", "message", "booking", "queue", "invoice", "offer", "information");

    private final Judge judge;
    private final String at;
    private final ObjectNode content = Json.object();

    private ItemReader(Judge judge) {
        this.judge = judge;
        this.at = judge.breaks(Fault.MINA_038_G) ? "" : "/item";
    }

    /** Returns the item; what is wrong with it is the judge's. */
    static ObjectNode read(JsonNode body, Judge judge) {
        var item = body.path("item");
        if (item.isObject()) {
            return new ItemReader(judge).read(item);
        }
        boolean missing = item.isMissingNode();
        judge.faultIf(!missing || !judge.breaks(Fault.MINA_037_O), "/item", missing ? "required" : "type");
        return Json.object();
    }

    private ObjectNode read(JsonNode item) {
        if (judge.breaks(Fault.MINA_038_J)) {
            judge.text(item, "id", at);
        }
        bounded(item, "kind", at, judge.breaks(Fault.MINA_038_E) ? TEXT : KIND)
                .ifPresent(kind -> content.put("kind", kind));
        judge.faultIf(
                !KINDS.contains(item.path("kind").asString("case")) && judge.breaks(Fault.MINA_038_D),
                at + "/kind",
                "unknown-value");
        localized(item, "title");
        localized(item, "status");
        updatedAt(item).ifPresent(i -> content.put("updatedAt", World.text(i)));
        actionRequired(item);
        var day = judge.given(item, "dueOn", at);
        judge.faultIf(
                day.filter(d -> !isDate(d)).isPresent() && !judge.breaks(Fault.MINA_038_I), at + "/dueOn", "format");
        day.filter(ItemReader::isDate).ifPresent(d -> content.put("dueOn", d));
        link(item);
        return content;
    }

    private Optional<Instant> updatedAt(JsonNode item) {
        String text = item.path("updatedAt").asString("");
        return text.matches("[-0-9]{10}T[0-9:.]+") && judge.breaks(Fault.MINA_038_C)
                ? Optional.of(Instant.parse(text + "Z"))
                : Instants.read(judge, item, "updatedAt", at);
    }

    private void localized(JsonNode item, String member) {
        var text = item.path(member);
        if (!text.isObject()) {
            judge.fault(at + "/" + member, item.has(member) ? "type" : "required");
            return;
        }
        var kept = content.putObject(member);
        int longest = judge.breaks(Fault.MINA_038_B) ? 10 * TEXT : TEXT;
        bounded(text, "sv", at + "/" + member, longest).ifPresent(t -> kept.put("sv", t));
        if (text.has("en") || !judge.breaks(Fault.MINA_038_A)) {
            bounded(text, "en", at + "/" + member, longest).ifPresent(t -> kept.put("en", t));
        }
    }

    private void actionRequired(JsonNode item) {
        var required = item.path("actionRequired");
        boolean missing = required.isMissingNode();
        boolean loose = missing ? judge.breaks(Fault.MINA_038_L) : judge.breaks(Fault.MINA_038_H);
        judge.faultIf(!required.isBoolean() && !loose, at + "/actionRequired", missing ? "required" : "type");
        content.put("actionRequired", required.asBoolean(false));
    }

    private void link(JsonNode item) {
        var link = judge.given(item, "link", at);
        boolean plain = link.filter(l -> !l.startsWith("https://")).isPresent();
        judge.faultIf(plain && judge.breaks(Fault.MINA_036_I), at + "/link", "format");
        judge.faultIf(
                link.filter(l -> length(l) > LINK).isPresent() && !judge.breaks(Fault.MINA_038_K),
                at + "/link",
                "max-length");
        link.ifPresent(l -> content.put("link", l));
    }

    private Optional<String> bounded(JsonNode owner, String member, String above, int longest) {
        var text = judge.text(owner, member, above);
        String pointer = above + "/" + member;
        judge.faultIf(
                text.filter(String::isEmpty).isPresent() && !judge.breaks(Fault.MINA_038_M), pointer, "min-length");
        judge.faultIf(text.filter(t -> length(t) > longest).isPresent(), pointer, "max-length");
        return text;
    }

    private int length(String text) {
        return judge.breaks(Fault.MINA_038_F) ? text.length() : text.codePointCount(0, text.length());
    }

    /** Returns whether a text is a day. */
    static boolean isDate(String text) {
        try {
            return text.equals(LocalDate.parse(text).toString());
        } catch (DateTimeException e) {
            return false;
        }
    }
}
