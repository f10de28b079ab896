package se.ryggrad.conformance.twin.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.http.FieldFault;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.JsonNode;

/** Refuses schemas that could fetch something or take unbounded time. */
public final class SafeForm {

    private static final Set<String> REFUSED = Set.of("$dynamicRef", "$dynamicAnchor", "$vocabulary", "$recursiveRef");
    private static final Pattern LOOK = Pattern.compile("\\(\\?[=!<]|\\\\[1-9]|\\\\k<");

    private final TwinSettings settings;

    /** Keeps the settings. */
    public SafeForm(TwinSettings settings) {
        this.settings = settings;
    }

    /** Returns what is wrong with a schema, with pointers below a prefix. */
    public List<FieldFault> check(JsonNode schema, String prefix) {
        var faults = new ArrayList<FieldFault>();
        walk(schema, prefix, true, faults);
        return faults;
    }

    private void walk(JsonNode node, String pointer, boolean outermost, List<FieldFault> faults) {
        for (var member : node.properties()) {
            String name = member.getKey();
            String at = pointer + "/" + Json.escape(name);
            if (isRefused(name, member.getValue(), outermost)
                    || (name.equals("pattern") && member.getValue().isString() && !isSafe(node))) {
                faults.add(FieldFault.at(at, "schema-not-allowed"));
            }
            if (name.equals("patternProperties")) {
                faults.add(FieldFault.at(at, "schema-not-allowed"));
            }
            if (!Set.of("const", "enum", "default", "examples").contains(name)) {
                walk(member.getValue(), at, false, faults);
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(node.get(i), pointer + "/" + i, false, faults);
        }
    }

    private boolean isRefused(String name, JsonNode value, boolean outermost) {
        boolean foreign =
                name.equals("$ref") && !value.asString("#").startsWith("#") && !settings.breaks(Fault.CAT_010_A);
        boolean nested = name.equals("$id") && !outermost && value.isString();
        return foreign || nested || (REFUSED.contains(name) && !settings.breaks(Fault.CAT_010_B));
    }

    private boolean isSafe(JsonNode node) {
        String pattern = node.path("pattern").asString("");
        int longest = node.path("maxLength").asInt(Integer.MAX_VALUE);
        if (settings.breaks(Fault.CAT_011_A)) {
            return true;
        }
        boolean bounded = longest <= 1000 || settings.breaks(Fault.CAT_011_B);
        return bounded
                && pattern.codePointCount(0, pattern.length()) <= 200
                && !LOOK.matcher(pattern).find()
                && !nestsQuantifiers(pattern)
                && compiles(pattern);
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
