package se.ryggrad.core.rest.content;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the media types of documents (RFC 9110 section 8.3.1). */
public final class MediaTypes {

    private static final String NAME = "[a-z0-9][a-z0-9!#$&^_.+-]*";
    private static final Pattern ESSENCE = Pattern.compile(NAME + "/" + NAME);
    private static final Pattern CHARSET = Pattern.compile("charset=(?:\"([a-z0-9_.:+-]+)\"|([a-z0-9_.:+-]+))");
    private static final int LONGEST_ESSENCE = 200;
    private static final int LONGEST_CHARSET = 40;

    private MediaTypes() {}

    /** Returns the media type in lower case, without parameters. */
    public static String essence(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns what is kept of {@code Content-Type}: the media type in lower case and its charset.
     *
     * @return nothing when it names no one media type, or a longer one than any that is registered
     */
    public static Optional<String> kept(String contentType) {
        String essence = essence(contentType);
        return ESSENCE.matcher(essence).matches() && essence.length() <= LONGEST_ESSENCE
                ? charset(contentType)
                        .filter(charset -> charset.length() <= LONGEST_CHARSET)
                        .map(charset -> essence + ";charset=" + charset)
                        .or(() -> Optional.of(essence))
                : Optional.empty();
    }

    private static Optional<String> charset(String contentType) {
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        for (int i = 1; i < parts.length; i++) {
            Matcher charset = CHARSET.matcher(parts[i].strip());
            if (charset.matches()) {
                return Optional.of(charset.group(1) != null ? charset.group(1) : charset.group(2));
            }
        }
        return Optional.empty();
    }
}
