package se.ryggrad.conformance.specification;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A language in which the page is published. */
enum Language {
    SV,
    EN;

    /** Returns the language tag, which also names the file. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the other language of the two. */
    Language other() {
        return this == SV ? EN : SV;
    }

    /** Picks this language's text from an object with one text per language. */
    String pick(JsonNode texts) {
        JsonNode text = texts.path(tag());
        if (!text.isString()) {
            throw new IllegalStateException("No text in " + tag() + " in " + texts);
        }
        return text.asString();
    }
}
