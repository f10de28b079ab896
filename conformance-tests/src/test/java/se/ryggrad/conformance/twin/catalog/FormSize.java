package se.ryggrad.conformance.twin.catalog;

import tools.jackson.databind.JsonNode;

/** Counts the schemas of a form, each reference as what it names. */
final class FormSize {

    private final JsonNode outermost;
    private int left = 2000;

    FormSize(JsonNode outermost) {
        this.outermost = outermost;
    }

    /** Returns whether there are not too many, and not too deep. */
    boolean isBounded() {
        return isBounded(outermost, 32);
    }

    private boolean isBounded(JsonNode schema, int levels) {
        if (levels == 0 || --left < 0) {
            return false;
        }
        String reference = schema.path("$ref").asString("");
        JsonNode named = outermost.path("$defs").path(reference.replaceFirst("^#/[$]defs/", ""));
        boolean target = !reference.startsWith("#/$defs/") || named.isMissingNode() || isBounded(named, levels - 1);
        return target && SafeForm.parts(schema).values().stream().allMatch(part -> isBounded(part, levels - 1));
    }
}
