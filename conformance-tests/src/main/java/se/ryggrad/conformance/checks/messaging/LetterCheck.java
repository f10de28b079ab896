package se.ryggrad.conformance.checks.messaging;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.fixture.messaging.Letters;
import se.ryggrad.conformance.fixture.messaging.Messages;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks what a letter and a notice must have and may not have. */
@ConformanceCheck
class LetterCheck {

    private static final int SUBJECT = 200;
    private static final int BODY = 20_000;

    /** One character of four octets, which is two in UTF-16. */
    private static final String TREE = "🌲";

    @Requirement("MSG-006")
    @Test
    void msg006_asksForSubjectAndOneBody(People people, Messages messages) {
        ObjectNode good = Letters.letter(people.person());
        messages.send(good).expect(202);
        messages.send(withBody(good, Json.object("html", "<p>Hej.</p>"))).expect(202);
        messages.expectFaults(without(good, "subject"), "/subject required");
        messages.expectFaults(without(good, "body"), "/body required");
        messages.expectFaults(withBody(good, Json.object()), "/body/text required");
        JsonNode both = Json.object("text", "Hej.", "html", "<p>Hej.</p>");
        messages.expectFaults(withBody(good, both), "/body/html unknown-member");
    }

    @Requirement("MSG-006")
    @Test
    void msg006_boundsThem(People people, Messages messages) {
        ObjectNode good = Letters.letter(people.person());
        for (int length : List.of(1, SUBJECT)) {
            messages.send(good.deepCopy().put("subject", "å".repeat(length))).expect(202);
            messages.send(good.deepCopy().put("subject", TREE.repeat(length)))
                    .hint("A character is a code point, as in JSON Schema.")
                    .expect(202);
        }
        messages.expectFaults(good.deepCopy().put("subject", "å".repeat(SUBJECT + 1)), "/subject max-length");
        messages.expectFaults(good.deepCopy().put("subject", ""), "/subject min-length");
        for (int control : List.of(0x01, 0x09, 0x0A, 0x0D, 0x1B, 0x7F, 0x85, 0x9F)) {
            messages.expectFaults(
                    good.deepCopy().put("subject", "Hej" + Character.toString(control) + "Bcc"), "/subject format");
        }
        for (int length : List.of(1, BODY)) {
            messages.send(withBody(good, Json.object("text", "ö".repeat(length))))
                    .expect(202);
            messages.send(withBody(good, Json.object("text", TREE.repeat(length))))
                    .expect(202);
        }
        messages.expectFaults(withBody(good, Json.object("text", "ö".repeat(BODY + 1))), "/body/text max-length");
        messages.expectFaults(withBody(good, Json.object("text", "")), "/body/text min-length");
        messages.send(withBody(good, Json.object("html", paragraph(BODY)))).expect(202);
        messages.expectFaults(withBody(good, Json.object("html", paragraph(BODY + 1))), "/body/html max-length");
        messages.expectFaults(withBody(good, Json.object("html", "")), "/body/html min-length");
    }

    private static String paragraph(int length) {
        return "<p>" + "x".repeat(length - "<p></p>".length()) + "</p>";
    }

    @Requirement("MSG-008")
    @Test
    void msg008_letsASenderPutNothingIntoANotice(People people, Messages messages) {
        ObjectNode good = Letters.notice(people.person());
        messages.send(good).expect(202);
        messages.expectFaults(good.deepCopy().put("subject", "Bygglov"), "/subject unknown-member");
        for (JsonNode body : List.of(Json.object("text", "Hej."), Json.object("html", "<p>Hej.</p>"))) {
            messages.expectFaults(withBody(good, body), "/body unknown-member");
        }
        ObjectNode both = withBody(good, Json.object("text", "Hej.")).put("subject", "Bygglov");
        messages.send(both)
                .expectProblem(422, "validation")
                .expectError("/subject", "unknown-member")
                .expectError("/body", "unknown-member");
    }

    private static ObjectNode without(ObjectNode message, String member) {
        ObjectNode changed = message.deepCopy();
        changed.remove(member);
        return changed;
    }

    private static ObjectNode withBody(ObjectNode message, JsonNode body) {
        return message.deepCopy().set("body", body);
    }
}
