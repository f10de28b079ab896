package se.ryggrad.conformance.twin.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.http.FieldFault;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.JsonNode;

/** Refuses schemas that could fetch something or take unbounded time. */
public final class SafeForm {

    private static final Set<String> REFUSED = Set.of("$dynamicRef", "$dynamicAnchor", "$vocabulary", "$recursiveRef");
    private static final Set<String> NEEDLESS = Set.of("$anchor", "patternProperties");
    private static final List<String> ONE =
            List.of("not", "if", "then", "else", "items", "contains", "additionalProperties", "propertyNames");
    private static final List<String> UNEVALUATED = List.of("unevaluatedItems", "unevaluatedProperties");
    private static final List<String> MANY = List.of("allOf", "anyOf", "oneOf", "prefixItems");
    private static final List<String> NAMED = List.of("properties", "dependentSchemas", "$defs");
    private static final JsonNode DIALECT = Json.object().put("$ref", "https://json-schema.org/draft/2020-12/schema");
    private static final Pattern LOOK = Pattern.compile("\\(\\?[=!<]|\\\\[1-9]|\\\\k<");

    private final TwinSettings settings;

    /** Keeps the settings. */
    public SafeForm(TwinSettings settings) {
        this.settings = settings;
    }

    /** Returns what is wrong with a schema, with pointers below a prefix. */
    public List<FieldFault> check(JsonNode schema, String prefix) {
        var faults = new ArrayList<FieldFault>();
        walk(schema, prefix, true, schema, faults);
        boolean bounded = settings.breaks(Fault.CAT_022_A) || new FormSize(schema).isBounded();
        if (!bounded) {
            faults.add(FieldFault.at(prefix, "schema-not-allowed"));
        } else if (!settings.breaks(Fault.CAT_020_A)) {
            FormCheck.check(DIALECT, schema, prefix)
                    .forEach(f -> faults.add(FieldFault.at(String.valueOf(f.pointer()), "schema-not-allowed")));
        }
        return faults.stream().distinct().toList();
    }

    /** Returns the schemas that a schema holds, by the pointer to each. */
    static Map<String, JsonNode> parts(JsonNode schema) {
        var parts = new LinkedHashMap<String, JsonNode>();
        Stream.concat(ONE.stream(), UNEVALUATED.stream())
                .filter(schema::has)
                .forEach(name -> parts.put("/" + name, schema.path(name)));
        for (String name : MANY) {
            for (int i = 0; i < schema.path(name).size(); i++) {
                parts.put("/" + name + "/" + i, schema.path(name).path(i));
            }
        }
        for (String name : NAMED) {
            schema.path(name)
                    .properties()
                    .forEach(member -> parts.put("/" + name + "/" + Json.escape(member.getKey()), member.getValue()));
        }
        return parts;
    }

    private void walk(JsonNode schema, String pointer, boolean first, JsonNode outermost, List<FieldFault> faults) {
        for (var member : schema.properties()) {
            String name = member.getKey();
            if (isRefused(name, member.getValue(), first)
                    || isNeedless(name, member.getValue(), first, outermost)
                    || (name.equals("pattern") && member.getValue().isString() && !isSafe(schema))) {
                faults.add(FieldFault.at(pointer + "/" + Json.escape(name), "schema-not-allowed"));
            }
        }
        parts(schema).forEach((place, part) -> walk(part, pointer + place, false, outermost, faults));
    }

    private boolean isRefused(String name, JsonNode value, boolean outermost) {
        boolean foreign =
                name.equals("$ref") && !value.asString("#").startsWith("#") && !settings.breaks(Fault.CAT_010_A);
        boolean nested = name.equals("$id") && !outermost;
        return foreign || nested || (REFUSED.contains(name) && !settings.breaks(Fault.CAT_010_B));
    }

    private boolean isNeedless(String name, JsonNode value, boolean first, JsonNode outermost) {
        boolean lost = name.equals("$ref")
                && value.asString("").startsWith("#")
                && !isDefined(value.asString(""), outermost)
                && !settings.breaks(Fault.CAT_021_A);
        boolean other = name.equals("$schema")
                && !(first && value.equals(DIALECT.path("$ref")))
                && !settings.breaks(Fault.CAT_021_B);
        return lost || other || (NEEDLESS.contains(name) && !settings.breaks(Fault.CAT_021_B));
    }

    private static boolean isDefined(String reference, JsonNode outermost) {
        return reference.matches("#/[$]defs/[A-Za-z0-9_-]{1,64}")
                && outermost.path("$defs").has(reference.substring("#/$defs/".length()));
    }

    private boolean isSafe(JsonNode node) {
        String pattern = node.path("pattern").asString("");
        int longest = node.path("maxLength").asInt(Integer.MAX_VALUE);
        boolean bounded = longest <= 1000 || settings.breaks(Fault.CAT_011_B);
        return bounded && isPlain(pattern) && isQuick(pattern, longest);
    }

    private boolean isPlain(String pattern) {
        return settings.breaks(Fault.CAT_011_A)
                || (pattern.codePointCount(0, pattern.length()) <= 200
                        && !LOOK.matcher(pattern).find()
                        && !nestsQuantifiers(pattern)
                        && compiles(pattern));
    }

    private boolean isQuick(String pattern, int longest) {
        double choices = PatternCheck.choices(pattern, Math.min(longest, 1000));
        return choices == Double.POSITIVE_INFINITY
                ? settings.breaks(Fault.CAT_023_B)
                : choices <= 100_000 || settings.breaks(Fault.CAT_023_A);
    }

    private static boolean compiles(String pattern) {
        try {
            Pattern.compile(pattern);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    /** Returns whether a quantified group holds a quantifier or an alternation. */
    private static boolean nestsQuantifiers(String pattern) {
        var open = new java.util.ArrayDeque<Boolean>();
        boolean inClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
            } else if (inClass) {
                inClass = c != ']';
            } else if (c == '[') {
                inClass = true;
            } else if (c == '(') {
                open.push(false);
            } else if (c == ')' && !open.isEmpty()) {
                boolean inner = open.pop();
                boolean quantified = i + 1 < pattern.length() && "*+{?".indexOf(pattern.charAt(i + 1)) >= 0;
                if (inner && quantified) {
                    return true;
                }
                markOuter(open, inner);
            } else if ("*+{|".indexOf(c) >= 0 || (c == '?' && i > 0 && pattern.charAt(i - 1) != '(')) {
                markOuter(open, true);
            }
        }
        return false;
    }

    private static void markOuter(java.util.ArrayDeque<Boolean> open, boolean inner) {
        if (inner && !open.isEmpty()) {
            open.pop();
            open.push(true);
        }
    }
}
