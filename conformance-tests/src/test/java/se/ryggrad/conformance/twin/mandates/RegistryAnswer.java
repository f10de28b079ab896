package se.ryggrad.conformance.twin.mandates;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads what a registry has answered, all or nothing. */
final class RegistryAnswer {

    private static final int MOST = 1000;
    private static final Set<String> SCHEMES =
            Set.of("personnummer", "samordningsnummer", "prid", "organisationsnummer");
    private static final Set<String> RIGHTS = Set.of("read", "submit", "act", "receive");

    private RegistryAnswer() {}

    /** Returns the entries, or fails when the answer is not of the contract's form. */
    static List<JsonNode> read(byte[] octets, TwinSettings settings) throws IOException {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
            var list = Json.read(text.toString()).path("representations");
            boolean empty = list.isMissingNode() && settings.breaks(Fault.ID_051_E);
            boolean good = list.isArray()
                    && list.size() <= MOST
                    && list.valueStream().allMatch(RegistryAnswer::isEntry)
                    && references(list) == list.size();
            boolean strange =
                    settings.breaks(Fault.ID_055_B) && list.valueStream().anyMatch(RegistryAnswer::isStrange);
            if (strange || !(good || empty)) {
                throw new IOException("an answer of another form");
            }
            return list.valueStream().toList();
        } catch (JacksonException e) {
            throw new IOException(e);
        }
    }

    private static long references(JsonNode list) {
        return list.valueStream().map(e -> e.path("id").asString("")).distinct().count();
    }

    private static boolean isStrange(JsonNode entry) {
        return entry.path("rights").valueStream().anyMatch(r -> !RIGHTS.contains(r.asString("")));
    }

    private static boolean isEntry(JsonNode entry) {
        return isText(entry.path("id"), 200)
                && entry.path("kind").isString()
                && isRepresented(entry.path("represented"))
                && isTexts(entry.path("rights"))
                && (!entry.has("jointly") || entry.path("jointly").isBoolean())
                && (!entry.has("services") || isTexts(entry.path("services")))
                && isDate(entry, "from")
                && isDate(entry, "until");
    }

    private static boolean isRepresented(JsonNode represented) {
        return SCHEMES.contains(represented.path("scheme").asString(""))
                && isText(represented.path("value"), 100)
                && isText(represented.path("name"), 200);
    }

    private static boolean isText(JsonNode node, int longest) {
        int length = node.isString()
                ? node.stringValue().codePointCount(0, node.stringValue().length())
                : 0;
        return length >= 1 && length <= longest;
    }

    private static boolean isTexts(JsonNode node) {
        return node.isArray() && node.valueStream().allMatch(JsonNode::isString);
    }

    private static boolean isDate(JsonNode entry, String name) {
        try {
            return !entry.has(name) || LocalDate.parse(entry.path(name).stringValue()) != null;
        } catch (DateTimeException | JacksonException e) {
            return false;
        }
    }
}
