package se.ryggrad.conformance.twin.agreeing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import se.ryggrad.conformance.twin.catalog.FormCheck;
import se.ryggrad.conformance.twin.http.Json;
import se.ryggrad.conformance.twin.http.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads what a registry has answered about who represents somebody, all or nothing. */
final class RepresentativesAnswer {

    private static final JsonNode SCHEMA = Texts.standard("schemas/registry-representatives.schema");

    private RepresentativesAnswer() {}

    /** Returns those who are named, or fails when the answer is not of the contract's form. */
    static List<Representative> read(byte[] octets) throws IOException {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
            var answer = Json.read(text.toString());
            var list = answer.path("representatives");
            long references = list.valueStream()
                    .map(e -> e.path("id").asString(""))
                    .distinct()
                    .count();
            if (!FormCheck.check(SCHEMA, answer, "").isEmpty() || references != list.size()) {
                throw new IOException("an answer of another form");
            }
            return list.valueStream().map(Representative::new).toList();
        } catch (JacksonException e) {
            throw new IOException(e);
        }
    }
}
