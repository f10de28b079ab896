package se.ryggrad.conformance.checks.catalog;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.ryggrad.conformance.Requirement;
import se.ryggrad.conformance.check.ConformanceCheck;
import se.ryggrad.conformance.check.Nonces;
import se.ryggrad.conformance.fixture.Cases;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.people.People;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks that a definition brings in no code, no fetch and no slow pattern. */
@ConformanceCheck
class ImportSafetyCheck {

    private static final List<String> SLOW = List.of(
            "^(a+)+$",
            "^(a*)*b$",
            "^(a|aa)+$",
            "^(?:a+){2,}$",
            "^((ab)+c)*$",
            "^(?<twice>a)\\k<twice>$",
            "^(a)\\1$",
            "^(?=a)a$",
            "^(?!b)a$",
            "^(?<=a)b$",
            "^(?<!a)b$",
            "^" + "a".repeat(200) + "$");

    @Requirement("CAT-010")
    @Test
    void cat010_fetchesNoReference(Http http, People people, Nonces nonces) {
        try (Trap trap = Trap.open()) {
            ObjectNode member = Json.object("$ref", trap.address() + "/schema.json");
            ObjectNode inForm = Definitions.with(nonces, member);
            ObjectNode rule = Definitions.rule();
            rule.set("when", Json.object("$ref", trap.address() + "/rule.json"));
            for (ObjectNode definition : List.of(inForm, Definitions.decidedBy(nonces, rule))) {
                Definitions.expectRefused(http, people.serviceAdmin(), definition);
            }
            trap.expectNobodyCame();
        }
    }

    @Requirement("CAT-010")
    @Test
    void cat010_refusesWhatMovesTheBaseOrTheVocabulary(Http http, People people, Nonces nonces) {
        for (ObjectNode member : List.of(
                Json.object("$ref", "other.json"),
                Json.object("$ref", "urn:example:schema"),
                Json.object("$dynamicRef", "#code"),
                Json.object("type", "string", "$dynamicAnchor", "code"),
                Json.object("type", "string", "$id", "https://example.se/code"),
                Json.object("type", "object", "$vocabulary", Json.object("https://example.se/v", true)),
                Json.object("allOf", Json.array(Json.object("$ref", "https://example.se/deep"))))) {
            Definitions.expectRefused(http, people.serviceAdmin(), Definitions.with(nonces, member));
        }
    }

    @Requirement("CAT-010")
    @Test
    void cat010_takesAReferenceWithinTheForm(Http http, People people, Cases cases, Nonces nonces) {
        ObjectNode definition = Definitions.with(nonces, Json.object("$ref", "#/$defs/code"));
        JsonNode code = Json.object("type", "string", "maxLength", 3);
        ((ObjectNode) definition.path("form")).set("$defs", Json.object("code", code));
        Definitions.publish(http, people.serviceAdmin(), definition)
                .hint("$ref that begins with # is permitted.")
                .expect(201);
        JsonNode form = Json.object("subject", "Ämne", "code", "fyra");
        JsonNode body = Json.object("service", Json.object("id", definition.path("id")), "form", form);
        cases.send(people.person(), body).expectProblem(422, "validation").expectErrors("/form/code max-length");
    }

    @Requirement("CAT-011")
    @Test
    void cat011_refusesSlowPatterns(Http http, People people, Nonces nonces) {
        for (String pattern : SLOW) {
            JsonNode code = Json.object("type", "string", "maxLength", 100, "pattern", pattern);
            Definitions.expectRefused(http, people.serviceAdmin(), Definitions.with(nonces, (ObjectNode) code));
        }
    }

    @Requirement("CAT-011")
    @Test
    void cat011_asksForABoundedLengthBesideAPattern(Http http, People people, Nonces nonces) {
        ObjectNode unbounded = Json.object("type", "string", "pattern", "^[a-z]+$");
        ObjectNode tooLong = Json.object("type", "string", "pattern", "^[a-z]+$", "maxLength", 1001);
        Definitions.expectRefused(http, people.serviceAdmin(), Definitions.with(nonces, unbounded));
        Definitions.expectRefused(http, people.serviceAdmin(), Definitions.with(nonces, tooLong));
    }

    @Requirement("CAT-011")
    @Test
    void cat011_takesPlainPatterns(Http http, People people, Cases cases, Nonces nonces) {
        for (String pattern :
                List.of("^[A-Z]{3} ?[0-9]{2}[A-Z0-9]$", "^(SE)?[0-9]+$", "^a\\(b+\\)+$", "^" + "a".repeat(198) + "$")) {
            int longest = pattern.contains("+\\)+") ? 300 : 1000;
            ObjectNode code = Json.object("type", "string", "maxLength", longest, "pattern", pattern);
            Definitions.publish(http, people.serviceAdmin(), Definitions.with(nonces, code))
                    .hint("This pattern breaks no rule: " + pattern)
                    .expect(201);
        }
        ObjectNode plate = Json.object("type", "string", "maxLength", 10, "pattern", "^[A-Z]{3}[0-9]{3}$");
        ObjectNode definition = Definitions.with(nonces, plate);
        Definitions.publish(http, people.serviceAdmin(), definition).expect(201);
        JsonNode form = Json.object("subject", "Ämne", "code", "abc123");
        JsonNode body = Json.object("service", Json.object("id", definition.path("id")), "form", form);
        cases.send(people.person(), body).expectProblem(422, "validation").expectErrors("/form/code pattern");
    }

    @Requirement("CAT-012")
    @Test
    void cat012_aRuleHoldsNothingElse(Http http, People people, Nonces nonces) {
        for (String extra : List.of("script", "then", "onMatch")) {
            ObjectNode rule = Definitions.rule().put(extra, "java.lang.Runtime");
            ObjectNode definition = Definitions.decidedBy(nonces, rule);
            Definitions.publish(http, people.serviceAdmin(), definition)
                    .expectProblem(422, "validation")
                    .expectError("/decision/rules/0/" + extra, "unknown-member");
            Definitions.expectAbsent(http, definition);
        }
        Definitions.publish(http, people.serviceAdmin(), Definitions.decidedBy(nonces, Definitions.rule()))
                .expect(201);
    }
}
