package se.ryggrad.conformance.twin.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the headers of content negotiation. */
public final class Media {

    private static final Pattern QUALITY = Pattern.compile("q=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)");

    private static final Pattern CHARSET = Pattern.compile("charset=\"?([a-z0-9._-]+)");

    private Media() {}

    private record Choice(String value, double quality) {}

    /** Returns whether an Accept header allows one of the media types. */
    public static boolean accepts(List<String> headers, Set<String> produced) {
        var choices = choices(headers);
        return choices.isEmpty() || produced.stream().anyMatch(type -> quality(choices, type) > 0);
    }

    private static double quality(List<Choice> choices, String type) {
        String group = type.substring(0, type.indexOf('/')) + "/*";
        for (String range : List.of(type, group, "*/*")) {
            for (var choice : choices) {
                if (choice.value().equals(range)) {
                    return choice.quality();
                }
            }
        }
        return 0;
    }

    /** Returns the language that an Accept-Language header chooses. */
    public static String language(List<String> headers) {
        String best = "sv";
        double highest = 0;
        for (var choice : choices(headers)) {
            String language = choice.value().split("-", 2)[0];
            if (Set.of("sv", "en", "*").contains(language) && choice.quality() > highest) {
                best = language.equals("en") ? "en" : "sv";
                highest = choice.quality();
            }
        }
        return best;
    }

    private static List<Choice> choices(List<String> headers) {
        var choices = new ArrayList<Choice>();
        for (String part : String.join(",", headers).split(",", -1)) {
            if (!part.isBlank()) {
                String[] pieces = part.toLowerCase(Locale.ROOT).split(";", -1);
                choices.add(new Choice(pieces[0].strip(), quality(pieces)));
            }
        }
        return choices;
    }

    private static double quality(String[] pieces) {
        for (int i = 1; i < pieces.length; i++) {
            var match = QUALITY.matcher(pieces[i].strip());
            if (match.matches()) {
                return Double.parseDouble(match.group(1));
            }
        }
        return 1;
    }

    /** Returns a media type without parameters, in lower case. */
    public static String plain(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** Returns a media type in lower case without parameters but charset. */
    public static String kept(String contentType) {
        var charset = CHARSET.matcher(contentType.toLowerCase(Locale.ROOT));
        return plain(contentType) + (charset.find() ? ";charset=" + charset.group(1) : "");
    }

    /** Returns whether a Content-Type is JSON in UTF-8. */
    public static boolean isJson(String contentType) {
        String lower = contentType.toLowerCase(Locale.ROOT);
        boolean utf8 = !lower.contains("charset")
                || lower.replace("\"", "").replace(" ", "").endsWith("charset=utf-8");
        return utf8 && plain(contentType).equals("application/json");
    }
}
