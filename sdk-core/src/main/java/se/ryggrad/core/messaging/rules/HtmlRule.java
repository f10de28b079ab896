package se.ryggrad.core.messaging.rules;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a text is html that a letter may have (MSG-007): a closed list of elements, written as in XML, without anything
 * that could load, run or hide something. Used once.
 *
 * <p>It says yes or no and changes nothing, for what is sent is what was given, character by character. Each step takes at least
 * one character, and nesting takes no stack, so it ends in the time that the length takes.
 */
public final class HtmlRule {

    private static final Set<String> ELEMENTS = Set.of("p", "strong", "em", "ul", "ol", "li", "h2", "h3");
    private static final String LINK = "a";
    private static final String BREAK = "br";
    private static final String SPACE = "[ \\t\\r\\n]";
    private static final Pattern OPENING = Pattern.compile(
            "<([a-z][a-z0-9]*)(" + SPACE + "+href" + SPACE + "*=" + SPACE + "*\"([^<\"]*)\")?" + SPACE + "*(/?)>");
    private static final Pattern CLOSING = Pattern.compile("</([a-z][a-z0-9]*)" + SPACE + "*>");
    private static final Pattern TEXT = Pattern.compile("[^<]+");
    private static final Pattern REFERENCE = Pattern.compile("&(?:([a-z]+)|#([0-9]{1,7})|#x([0-9a-fA-F]{1,6}));");
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");
    private static final int HEXADECIMAL = 16;
    private static final int DEEPEST = 32;

    private final String html;
    private final Deque<String> open = new ArrayDeque<>();
    private int at;

    private HtmlRule(String html) {
        this.html = html;
    }

    /** Returns whether a letter may have {@code html}. */
    public static boolean allows(String html) {
        return new HtmlRule(html).holds();
    }

    private boolean holds() {
        while (at < html.length()) {
            if (!part()) {
                return false;
            }
        }
        return open.isEmpty();
    }

    private boolean part() {
        if (html.charAt(at) != '<') {
            return text();
        }
        return html.startsWith("</", at) ? closing() : opening();
    }

    private boolean text() {
        return next(TEXT)
                .flatMap(run -> plain(run.group()))
                .filter(plain -> !plain.contains("]]>"))
                .isPresent();
    }

    private boolean opening() {
        Optional<Matcher> found = next(OPENING);
        return found.isPresent() && opens(found.get());
    }

    private boolean opens(Matcher tag) {
        String name = tag.group(1);
        Optional<String> href = Optional.ofNullable(tag.group(3));
        if (name.equals(BREAK)) {
            return tag.group(2) == null;
        }
        open.push(name);
        if (!tag.group(4).isEmpty() || open.size() > DEEPEST) {
            return false;
        }
        return name.equals(LINK)
                ? href.flatMap(HtmlRule::plain).filter(HtmlRule::leads).isPresent()
                : tag.group(2) == null && ELEMENTS.contains(name);
    }

    private boolean closing() {
        return next(CLOSING).filter(tag -> tag.group(1).equals(open.poll())).isPresent();
    }

    /** Takes what comes next, if it is of this form. */
    private Optional<Matcher> next(Pattern form) {
        Matcher matcher = form.matcher(html).region(at, html.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        at = matcher.end();
        return Optional.of(matcher);
    }

    /** Returns what {@code text} means to a reader; nothing when it is no text of XML. */
    private static Optional<String> plain(String text) {
        StringBuilder plain = new StringBuilder();
        Matcher reference = REFERENCE.matcher(text);
        int from = 0;
        while (from < text.length()) {
            if (text.charAt(from) != '&') {
                int character = text.codePointAt(from);
                plain.appendCodePoint(character);
                from += Character.charCount(character);
            } else if (reference.region(from, text.length()).lookingAt()) {
                Optional<String> meant = meant(reference);
                if (meant.isEmpty()) {
                    return Optional.empty();
                }
                plain.append(meant.get());
                from = reference.end();
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(plain.toString()).filter(all -> all.codePoints().allMatch(HtmlRule::character));
    }

    private static Optional<String> meant(Matcher reference) {
        if (reference.group(1) != null) {
            return Optional.ofNullable(NAMED.get(reference.group(1)));
        }
        int number = reference.group(2) != null
                ? Integer.parseInt(reference.group(2))
                : Integer.parseInt(reference.group(3), HEXADECIMAL);
        return character(number) ? Optional.of(Character.toString(number)) : Optional.empty();
    }

    /** Returns whether XML has the character (XML 1.0 section 2.2). */
    private static boolean character(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || (point >= 0x10000 && point <= 0x10FFFF);
    }

    /** Returns whether an address is https, with a host and without somebody's login. */
    private static boolean leads(String address) {
        try {
            URI uri = new URI(address);
            return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getRawUserInfo() == null;
        } catch (URISyntaxException broken) {
            return false;
        }
    }
}
