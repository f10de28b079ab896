package se.ryggrad.conformance.twin.messaging;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;

/** Judges the html of a letter: a few elements, written as in XML, and links to https. */
final class Html {

    private static final Pattern TAG =
            Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9]*)((?:\\s+[a-zA-Z-]+\\s*=\\s*\"[^\"<]*\"){0,20})\\s*(/?)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s+([a-zA-Z-]+)\\s*=\\s*\"([^\"<]*)\"");
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:(amp|lt|gt|quot|apos)|#([0-9]{1,7})|#x([0-9a-fA-F]{1,6}));");
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
    private static final Pattern SECTION = Pattern.compile("(?s)<!\\[CDATA\\[.*?]]>");
    private static final int DEEPEST = 32;
    private static final Set<String> ELEMENTS = Set.of("p", "br", "strong", "em", "ul", "ol", "li", "h2", "h3", "a");

    private final TwinSettings settings;
    private final Deque<String> open = new ArrayDeque<>();

    private Html(TwinSettings settings) {
        this.settings = settings;
    }

    /** Returns whether a text is html that may be sent. */
    static boolean isSafe(String text, TwinSettings settings) {
        return new Html(settings).judge(text);
    }

    private boolean judge(String text) {
        String rest = breaks(Fault.MSG_007_H) ? COMMENT.matcher(text).replaceAll("") : text;
        if (breaks(Fault.MSG_007_K)) {
            rest = SECTION.matcher(rest).replaceAll("");
        }
        var tag = TAG.matcher(rest);
        int at = 0;
        while (tag.find()) {
            boolean whole = isText(rest.substring(at, tag.start()))
                    && isElement(tag.group(1), tag.group(2), tag.group(3), tag.group(4));
            if (!whole) {
                return false;
            }
            at = tag.end();
        }
        return isText(rest.substring(at)) && (open.isEmpty() || breaks(Fault.MSG_007_D));
    }

    private boolean isElement(String closing, String written, String attributes, String empty) {
        String name = breaks(Fault.MSG_007_J) ? written.toLowerCase(Locale.ROOT) : written;
        boolean image = name.equals("img") && breaks(Fault.MSG_007_I);
        if (image) {
            return true;
        }
        if (!ELEMENTS.contains(name) || (!closing.isEmpty() && !(attributes + empty).isEmpty())) {
            return false;
        }
        if (!closing.isEmpty()) {
            return !open.isEmpty() && (open.pop().equals(name) || breaks(Fault.MSG_007_D));
        }
        return (name.equals("br") || opens(name, empty)) && isAttributed(name, attributes);
    }

    private boolean opens(String name, String empty) {
        if (!empty.isEmpty()) {
            return breaks(Fault.MSG_007_N);
        }
        open.push(name);
        return open.size() <= DEEPEST || breaks(Fault.MSG_007_O);
    }

    private boolean isAttributed(String name, String attributes) {
        var attribute = ATTRIBUTE.matcher(attributes);
        int links = 0;
        while (attribute.find()) {
            boolean link = name.equals("a") && attribute.group(1).equals("href");
            if (link) {
                links++;
            }
            if (link ? !isLink(attribute.group(2)) : !breaks(Fault.MSG_007_A)) {
                return false;
            }
        }
        return links == (name.equals("a") ? 1 : 0) || (links == 0 && breaks(Fault.MSG_007_M));
    }

    private boolean isLink(String text) {
        if (!isText(text)) {
            return false;
        }
        try {
            var uri = new URI(plain(text));
            boolean scheme = "https".equalsIgnoreCase(uri.getScheme())
                    || ("http".equalsIgnoreCase(uri.getScheme()) && breaks(Fault.MSG_007_B));
            boolean anonymous = uri.getRawUserInfo() == null || breaks(Fault.MSG_007_E);
            return (scheme && uri.getHost() != null && anonymous) || breaks(Fault.MSG_007_C);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String plain(String text) {
        return REFERENCE.matcher(text).replaceAll(match -> java.util.regex.Matcher.quoteReplacement(character(match)));
    }

    private static String character(java.util.regex.MatchResult match) {
        if (match.group(1) == null) {
            return Character.toString(number(match));
        }
        return switch (match.group(1)) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            default -> "'";
        };
    }

    private static int number(java.util.regex.MatchResult match) {
        return match.group(2) == null ? Integer.parseInt(match.group(3), 16) : Integer.parseInt(match.group(2));
    }

    /** Returns whether this is text between tags: characters of XML, and references that mean one. */
    private boolean isText(String text) {
        var references = REFERENCE.matcher(text);
        boolean meant = references.results().allMatch(r -> r.group(1) != null || isCharacter(number(r)));
        String rest = references.replaceAll("");
        if (breaks(Fault.MSG_007_L)) {
            rest = rest.replaceAll("&[a-z]+;", "");
        }
        boolean bare = rest.contains("<") || rest.contains("&") || text.contains("]]>");
        return meant && !bare && rest.codePoints().allMatch(Html::isCharacter);
    }

    /** Returns whether XML has a character (XML 1.0 section 2.2). */
    private static boolean isCharacter(int c) {
        return c == 0x9
                || c == 0xA
                || c == 0xD
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || (c >= 0x10000 && c <= 0x10FFFF);
    }

    private boolean breaks(Fault fault) {
        return settings.breaks(fault);
    }
}
