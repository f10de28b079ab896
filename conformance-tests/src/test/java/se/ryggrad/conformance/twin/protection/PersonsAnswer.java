package se.ryggrad.conformance.twin.protection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads what a registry of persons has answered, all or nothing. */
final class PersonsAnswer {

    private static final int MOST = 1000;

    /** Kinds in the order of the standard's table: of several the last counts. */
    private static final List<String> KINDS =
            List.of("sekretessmarkering", "skyddad-folkbokforing", "fingerade-personuppgifter");

    private PersonsAnswer() {}

    /** Returns the protections that are named, or fails when the answer is not of the contract's form. */
    static Map<Identity, String> read(byte[] octets, TwinSettings settings) throws IOException {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
            var list = Json.read(text.toString()).path("persons");
            boolean good =
                    list.isArray() && list.size() <= MOST && list.valueStream().allMatch(PersonsAnswer::isEntry);
            if (!good && !(list.isMissingNode() && settings.breaks(Fault.ID_062_E))) {
                throw new IOException("an answer of another form");
            }
            var found = new LinkedHashMap<Identity, String>();
            for (var entry : list.values()) {
                if (entry.has("protection") && !isIgnored(entry, settings)) {
                    found.merge(identity(entry), entry.path("protection").asString(), PersonsAnswer::stronger);
                }
            }
            return found;
        } catch (JacksonException e) {
            throw new IOException(e);
        }
    }

    /** Returns the one of two protections that counts. */
    static String stronger(String one, String other) {
        return KINDS.indexOf(other) > KINDS.indexOf(one) ? other : one;
    }

    /** Returns whether the standard knows a protection. */
    static boolean isKnown(String kind) {
        return KINDS.contains(kind) || kind.equals(Ruling.UNKNOWN);
    }

    private static boolean isIgnored(JsonNode entry, TwinSettings settings) {
        return !isKnown(entry.path("protection").asString()) && settings.breaks(Fault.ID_065_A);
    }

    private static Identity identity(JsonNode entry) {
        return new Identity(entry.path("scheme").asString(), entry.path("value").asString());
    }

    private static boolean isEntry(JsonNode entry) {
        return entry.path("scheme").isString()
                && isText(entry.path("value"), 100)
                && identity(entry).isPerson()
                && (!entry.has("protection") || isText(entry.path("protection"), 64));
    }

    private static boolean isText(JsonNode node, int longest) {
        int length = node.isString()
                ? node.stringValue().codePointCount(0, node.stringValue().length())
                : 0;
        return length >= 1 && length <= longest;
    }
}
