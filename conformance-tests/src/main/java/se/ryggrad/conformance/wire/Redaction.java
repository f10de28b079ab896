package se.ryggrad.conformance.wire;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes out of text what must not stand in a report: tokens, follow-up codes, cookies and identity numbers.
 *
 * <p>Identity numbers are recognised by their form, so that numbers of people that the suite did not plant disappear as
 * well.
 */
public final class Redaction {

    private static final List<Rule> RULES = List.of(
            new Rule("eyJ[A-Za-z0-9_-]{5,}(\\.[A-Za-z0-9_-]*)*", "[token]"),
            new Rule("(?i)(authorization:\\s*\\w+)\\s+(?!\\$TOKEN)[^\\s'\"]+", "$1 [token]"),
            new Rule("(?i)((?:set-)?cookie:)[^\\r\\n']*", "$1 [cookie]"),
            new Rule("(\"followUpCode\"\\s*:\\s*\")[^\"]*", "$1[code]"),
            new Rule(
                    "(?<![0-9A-Fa-f-])(?:19|20)?\\d{2}(?:0\\d|1[0-2])(?:[0-2]\\d|3[01]|[6-8]\\d|9[01])[-+]?\\d{4}"
                            + "(?![0-9A-Fa-f-])",
                    "[identity number]"));

    private Redaction() {}

    /** Returns the text without them. */
    public static String of(String text) {
        String clean = text;
        for (Rule rule : RULES) {
            clean = rule.pattern().matcher(clean).replaceAll(rule.replacement());
        }
        return clean;
    }

    /** A pattern and what stands in its place. */
    private record Rule(Pattern pattern, String replacement) {

        Rule(String pattern, String replacement) {
            this(Pattern.compile(pattern), replacement);
        }
    }
}
