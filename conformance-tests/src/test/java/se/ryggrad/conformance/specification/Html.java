package se.ryggrad.conformance.specification;

import java.text.Normalizer;
import java.util.Locale;

/** Writes HTML and the parts of addresses that go into it. */
final class Html {

    private Html() {}

    /** Makes text safe as content and as a quoted attribute. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Writes text as code. */
    static String code(String text) {
        return "<code>" + escape(text) + "</code>";
    }

    /** Makes an anchor's id from a title. */
    static String slug(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
