package se.ryggrad.core.catalog;

import dev.harrel.jsonschema.Error;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.core.json.JsonPointer;
import se.ryggrad.core.json.JsonTree;

/**
 * Turns the errors of a JSON Schema validation into the standard's faults: of {@code if}, {@code then},
 * {@code allOf} and {@code $ref} the faults within are named, of {@code anyOf}, {@code oneOf} and {@code
 * not} that keyword alone.
 */
final class FaultFinder {

    private static final Set<String> WHOLE = Set.of("anyOf", "oneOf", "not", "contains", "if", "propertyNames");
    private static final Set<String> SILENT =
            Set.of("if", "allOf", "$ref", "then", "else", "properties", "items", "dependentSchemas", "prefixItems");
    private static final Set<String> NAMING = Set.of("properties", "patternProperties", "$defs", "dependentSchemas");
    private static final Map<String, FaultCode> OTHER_NAMES = Map.of(
            "minContains", FaultCode.CONTAINS,
            "maxContains", FaultCode.CONTAINS,
            "unevaluatedItems", FaultCode.ADDITIONAL_ITEMS,
            "items", FaultCode.ADDITIONAL_ITEMS,
            "additionalProperties", FaultCode.UNKNOWN_MEMBER,
            "unevaluatedProperties", FaultCode.UNKNOWN_MEMBER);

    private final JsonTree schema;
    private final JsonTree value;
    private final String pointer;
    private final FaultWording wording;

    FaultFinder(JsonTree schema, JsonTree value, String pointer) {
        this.schema = schema;
        this.value = value;
        this.pointer = pointer;
        this.wording = new FaultWording(schema);
    }

    Stream<Fault> faults(Error error) {
        List<String> path = path(error.getEvaluationPath());
        Optional<String> within = within(path);
        if (within.isPresent()) {
            return within.get().equals("propertyNames") ? fault(error, FaultCode.PROPERTY_NAMES) : Stream.empty();
        }
        // The library's class is not null-marked: a schema that is false has no keyword.
        String keyword = Optional.ofNullable(error.getKeyword()).orElse("");
        if (keyword.isEmpty()) {
            String last = path.isEmpty() ? "not" : path.get(path.size() - 1);
            return fault(error, OTHER_NAMES.getOrDefault(last, FaultCode.NOT));
        }
        return switch (keyword) {
            case "required" -> missing(error, names(error, keyword), FaultCode.REQUIRED);
            case "dependentRequired" -> dependents(error);
            default -> SILENT.contains(keyword) ? Stream.empty() : fault(error, code(keyword));
        };
    }

    private Stream<Fault> fault(Error error, FaultCode code) {
        String place = error.getInstanceLocation();
        String keyword = Optional.ofNullable(error.getKeyword()).orElse("");
        Optional<JsonTree> limit = rule(error).flatMap(rule -> rule.at(JsonPointer.child("", keyword)));
        return Stream.of(Fault.at(pointer + place, code, wording.text(place, code, limit)));
    }

    private Stream<Fault> missing(Error error, Stream<String> names, FaultCode code) {
        String place = error.getInstanceLocation();
        Set<String> there = value.at(place)
                .flatMap(JsonTree::asObject)
                .map(object -> object.members().keySet())
                .orElse(Set.of());
        return names.filter(name -> !there.contains(name))
                .map(name -> JsonPointer.child(place, name))
                .map(absent -> Fault.at(pointer + absent, code, wording.missing(absent)));
    }

    private Stream<Fault> dependents(Error error) {
        JsonTree.ObjectNode object = value.at(error.getInstanceLocation())
                .flatMap(JsonTree::asObject)
                .orElse(JsonTree.ObjectNode.EMPTY);
        Stream<String> names = rule(error)
                .flatMap(rule -> rule.at("/dependentRequired"))
                .flatMap(JsonTree::asObject)
                .map(JsonTree.ObjectNode::members)
                .orElse(Map.of())
                .entrySet()
                .stream()
                .filter(each -> object.member(each.getKey()).isPresent())
                .flatMap(each -> texts(each.getValue()));
        return missing(error, names, FaultCode.DEPENDENT_REQUIRED);
    }

    private Stream<String> names(Error error, String keyword) {
        return rule(error).flatMap(rule -> rule.at("/" + keyword)).stream().flatMap(FaultFinder::texts);
    }

    private static Stream<String> texts(JsonTree array) {
        return array.asArray().orElse(List.of()).stream().flatMap(item -> item.asText().stream());
    }

    private Optional<JsonTree> rule(Error error) {
        String location = error.getSchemaLocation();
        return schema.at(location.substring(location.indexOf('#') + 1));
    }

    private static List<String> path(String evaluationPath) {
        return List.of(
                evaluationPath.isEmpty()
                        ? new String[0]
                        : evaluationPath.substring(1).split("/", -1));
    }

    /** Returns the keyword that is named as a whole and that the last step of {@code path} lies within. */
    private static Optional<String> within(List<String> path) {
        for (int place = 0; place < path.size() - 1; place++) {
            if (WHOLE.contains(path.get(place))) {
                return Optional.of(path.get(place));
            }
            place += NAMING.contains(path.get(place)) ? 1 : 0;
        }
        return Optional.empty();
    }

    private static FaultCode code(String keyword) {
        FaultCode other = OTHER_NAMES.get(keyword);
        if (other != null) {
            return other;
        }
        String constant = keyword.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
        return FaultCode.valueOf(constant);
    }
}
