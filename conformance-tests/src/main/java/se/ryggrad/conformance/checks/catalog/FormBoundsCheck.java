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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks that the forms of imported definitions are schemas, and bounded ones. */
@ConformanceCheck
class FormBoundsCheck {

    private static final List<String> FOREIGN = List.of(
            "^\\s$",
            "^a+?$",
            "^a++$",
            "^[\\Q[\\E]((a|a)+)+[b]]$",
            "\\c[((a|a)+)+\\c]",
            "^\\Qa\\E$",
            "^(?i:a)$",
            "^[a[b]]$",
            "^a{256}$",
            "^a{3,2}$",
            "a|b",
            "^()$",
            "^a)$",
            "^\\p{Greek}$");

    private static final List<String> OWN =
            List.of("^\\d{4}-\\w\\p{Lu}$", "^(?:a|b|c.)x{2,9}$", "^[^\\]a-z-]{0,255}$", "[-+](å\\.)?");

    @Requirement("CAT-020")
    @Test
    void cat020_aFormIsASchema(Http http, People people, Nonces nonces) {
        for (ObjectNode member : List.of(
                Json.object("type", "sequence"),
                Json.object("type", "number", "multipleOf", 0),
                Json.object("type", "string", "minLength", -1),
                Json.object("type", "object", "required", Json.array("a", "a")),
                Json.object("type", "array", "items", Json.array(Json.object())),
                Json.object("not", "a"))) {
            Definitions.expectRefused(http, people.serviceAdmin(), Definitions.with(nonces, member));
            ObjectNode rule = Definitions.rule();
            rule.set("when", Json.object("properties", Json.object("subject", member)));
            Definitions.expectRefused(http, people.serviceAdmin(), Definitions.decidedBy(nonces, rule));
        }
        ObjectNode sound = Json.object(
                "type",
                Json.array("array", "null"),
                "minItems",
                0,
                "items",
                Json.object("type", "number", "multipleOf", 2));
        taken(http, people, Definitions.with(nonces, sound));
    }

    @Requirement("CAT-020")
    @Test
    void cat020_aValueMayLookLikeASchema(Http http, People people, Cases cases, Nonces nonces) {
        ObjectNode odd = Json.object("type", "sequence", "$id", "x", "pattern", "(a+)+");
        ObjectNode definition =
                Definitions.with(nonces, Json.object("const", odd, "default", odd, "examples", Json.array(odd)));
        taken(http, people, definition);
        cases.send(people.person(), submission(definition, odd)).expect(201);
        cases.send(people.person(), submission(definition, Json.object("type", "sequence")))
                .expectProblem(422, "validation")
                .expectErrors("/form/code const");
    }

    @Requirement("CAT-021")
    @Test
    void cat021_aReferenceNamesADefinition(Http http, People people, Nonces nonces) {
        for (String reference : List.of(
                "#", "#/$defs/other", "#/properties/subject", "#/$defs/code/items", "#code", "#/$defs/c%6Fde")) {
            ObjectNode definition = Definitions.with(nonces, Json.object("$ref", reference));
            Definitions.expectRefused(http, people.serviceAdmin(), defining(definition, code()));
        }
        ObjectNode inner = Json.object("$ref", "#/$defs/inner", "$defs", Json.object("inner", code()));
        Definitions.expectRefused(http, people.serviceAdmin(), Definitions.with(nonces, inner));
        ObjectNode definition = Definitions.with(nonces, Json.object("$ref", "#/$defs/code"));
        taken(http, people, defining(definition, code()));
    }

    @Requirement("CAT-021")
    @Test
    void cat021_usesNoOtherNames(Http http, People people, Nonces nonces) {
        for (ObjectNode member : List.of(
                Json.object("type", "string", "$anchor", "code"),
                Json.object("type", "object", "patternProperties", Json.object("a+x", code())),
                Json.object("type", "string", "$schema", "https://json-schema.org/draft/2020-12/schema"))) {
            Definitions.expectRefused(http, people.serviceAdmin(), Definitions.with(nonces, member));
        }
        ObjectNode sound = Json.object(
                "type", "object", "properties", Json.object("$anchor", code(), "patternProperties", code()));
        taken(http, people, Definitions.with(nonces, sound));
    }

    @Requirement("CAT-022")
    @Test
    void cat022_aFormDoesNotReferToItself(Http http, People people, Nonces nonces) {
        ObjectNode self = Json.object("$ref", "#/$defs/code");
        ObjectNode list = Json.object("type", "array", "items", self);
        for (ObjectNode code : List.of(self, list, Json.object("anyOf", Json.array(list, self)))) {
            ObjectNode definition = Definitions.with(nonces, Json.object("$ref", "#/$defs/code"));
            Definitions.expectRefused(http, people.serviceAdmin(), defining(definition, code));
        }
    }

    @Requirement("CAT-022")
    @Test
    void cat022_boundsTheNumberAndTheDepthOfSchemas(Http http, People people, Nonces nonces) {
        taken(http, people, doubling(nonces, 6));
        Definitions.expectRefused(http, people.serviceAdmin(), doubling(nonces, 12));
        taken(http, people, wide(nonces, 1900));
        Definitions.expectRefused(http, people.serviceAdmin(), wide(nonces, 2000));
        taken(http, people, chain(nonces, 25));
        Definitions.expectRefused(http, people.serviceAdmin(), chain(nonces, 33));
    }

    @Requirement("CAT-023")
    @Test
    void cat023_keepsToTheLanguageOfPatterns(Http http, People people, Nonces nonces) {
        for (String pattern : FOREIGN) {
            Definitions.expectRefused(http, people.serviceAdmin(), Definitions.with(nonces, text(pattern, 100)));
        }
        for (String pattern : OWN) {
            taken(http, people, Definitions.with(nonces, text(pattern, 100)));
        }
    }

    @Requirement("CAT-023")
    @Test
    void cat023_boundsTheChoicesOfAPattern(Http http, People people, Nonces nonces) {
        refused(http, people, nonces, "^a*a*a*a*x$", 300);
        refused(http, people, nonces, "^a*a*x$", 316);
        refused(http, people, nonces, "a+x", 316);
        refused(http, people, nonces, "^" + "a?".repeat(17) + "$", 20);
        refused(http, people, nonces, "^" + "(a|a)".repeat(17) + "$", 20);
        refused(http, people, nonces, "^a{0,99}a{0,99}a{0,10}$", 20);
        for (ObjectNode member : List.of(
                text("^a*a*x$", 315),
                text("a+x", 315),
                text("^" + "a?".repeat(16) + "$", 20),
                text("^" + "(a|a)".repeat(16) + "$", 20),
                text("^a{0,99}a{0,99}a{0,9}$", 20))) {
            taken(http, people, Definitions.with(nonces, member));
        }
    }

    @Requirement("CAT-024")
    @Test
    void cat024_triesNoPatternOnATextThatIsTooLong(Http http, People people, Cases cases, Nonces nonces) {
        ObjectNode definition = Definitions.with(nonces, text("a+x", 10));
        taken(http, people, definition);
        for (String text : List.of("a".repeat(11), "a".repeat(60_000))) {
            cases.send(people.person(), submission(definition, Json.value(text)))
                    .expectProblem(422, "validation")
                    .expectErrors("/form/code max-length");
        }
        cases.send(people.person(), submission(definition, Json.value("aaaaaaaaaa")))
                .expectProblem(422, "validation")
                .expectErrors("/form/code pattern");
        cases.send(people.person(), submission(definition, Json.value("aaaaaaaaax")))
                .expect(201);
    }

    private static void refused(Http http, People people, Nonces nonces, String pattern, int longest) {
        Definitions.expectRefused(http, people.serviceAdmin(), Definitions.with(nonces, text(pattern, longest)));
    }

    private static void taken(Http http, People people, JsonNode definition) {
        Definitions.publish(http, people.serviceAdmin(), definition)
                .hint("This form breaks no rule: " + Json.write(definition.path("form")))
                .expect(201);
    }

    private static ObjectNode text(String pattern, int longest) {
        return Json.object("type", "string", "maxLength", longest, "pattern", pattern);
    }

    private static ObjectNode code() {
        return Json.object("type", "string", "maxLength", 3);
    }

    private static JsonNode submission(JsonNode definition, JsonNode code) {
        JsonNode form = Json.object("subject", "Ämne", "code", code);
        return Json.object("service", Json.object("id", definition.path("id")), "form", form);
    }

    private static ObjectNode defining(ObjectNode definition, JsonNode code) {
        ((ObjectNode) definition.path("form")).set("$defs", Json.object("code", code));
        return definition;
    }

    /** Returns a form whose member holds two references, each to a schema with two, and so on. */
    private static ObjectNode doubling(Nonces nonces, int times) {
        return referring(nonces, times, 2);
    }

    private static ObjectNode chain(Nonces nonces, int links) {
        return referring(nonces, links, 0);
    }

    private static ObjectNode referring(Nonces nonces, int links, int each) {
        ObjectNode definitions = Json.object("d0", code());
        for (int at = 1; at <= links; at++) {
            JsonNode next = Json.object("$ref", "#/$defs/d" + (at - 1));
            definitions.set("d" + at, each == 0 ? next : Json.object("allOf", Json.array(next, next)));
        }
        ObjectNode definition = Definitions.with(nonces, Json.object("$ref", "#/$defs/d" + links));
        ((ObjectNode) definition.path("form")).set("$defs", definitions);
        return definition;
    }

    private static ObjectNode wide(Nonces nonces, int schemas) {
        ArrayNode items = Json.array();
        for (int at = 0; at < schemas; at++) {
            items.add(true);
        }
        return Definitions.with(nonces, Json.object("type", "array", "prefixItems", items));
    }
}
