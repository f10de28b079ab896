package se.ryggrad.conformance.specification;

import java.util.regex.Pattern;

/** Sets the running text of requirements: names of the contract become code. */
final class Prose {

    private static final Pattern NAME = Pattern.compile(
            "(?<![\\w/#.-])(?:urn:ryggrad:[\\w:…-]+|application/[\\w+.-]+|(?:GET|POST|PUT|OPTIONS|HEAD) /[\\w/{}.-]*|/[\\w{}.-]+(?:/[\\w{}.-]+)*"
                    + "|[a-z]+[A-Z][A-Za-z]+|[A-Z][a-z]+-[A-Z][A-Za-z-]+|[a-z]+\\.[a-z]+[A-Z][A-Za-z]*)(?![\\w])");

    private Prose() {}

    /** Escapes a sentence and marks member names, paths, headers and media types as code. */
    static String inline(String sentence) {
        return NAME.matcher(Html.escape(sentence)).replaceAll(found -> {
            String name = found.group();
            String tail = name.endsWith(".") ? "." : "";
            return java.util.regex.Matcher.quoteReplacement(
                    "<code>" + name.substring(0, name.length() - tail.length()) + "</code>" + tail);
        });
    }
}
