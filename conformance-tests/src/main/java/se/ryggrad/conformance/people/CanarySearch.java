package se.ryggrad.conformance.people;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.ryggrad.conformance.wire.Octets;

/**
 * Searches text for planted identity numbers: with 12 and 10 digits, with hyphen or plus, percent-encoded, in base64
 * and base64url at any offset, and as a plain SHA-256.
 *
 * <p>The time grows with the text, not with the number of people.
 */
public final class CanarySearch {

    private static final Pattern ESCAPES = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");
    private static final Pattern HASH = Pattern.compile("(?i)(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");
    private static final int SHORTEST_BASE64 = 13;
    private static final int HASH_LENGTH = 64;
    private static final boolean[] IN_BASE64 = new boolean[128];

    static {
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_"
                .chars()
                .forEach(c -> IN_BASE64[c] = true);
    }

    private final Set<String> tens = new HashSet<>();
    private final Map<String, String> hashes = new HashMap<>();

    /** Prepares the search for the given numbers. */
    public CanarySearch(Collection<IdentityNumber> numbers) {
        for (IdentityNumber number : numbers) {
            String ten = number.tenDigits();
            tens.add(ten);
            hashes.put(Octets.of(number.digits()).sha256(), "SHA-256 of twelve digits");
            hashes.put(Octets.of(ten).sha256(), "SHA-256 of ten digits");
        }
    }

    /** Returns in which form a number stands in the text, if one does. The number itself is not told. */
    public Optional<String> find(String text) {
        return plain(text)
                .map(form -> form + " digits")
                .or(() -> text.indexOf('%') < 0
                        ? Optional.empty()
                        : plain(unescaped(text)).map(form -> form + " digits, percent-encoded"))
                .or(() -> encoded(text));
    }

    /** Looks at each run of digits that is as long as a number, or as its first part with the rest after a sign. */
    private Optional<String> plain(String text) {
        int end = 0;
        for (int start = nextDigit(text, 0); start < text.length(); start = nextDigit(text, end)) {
            end = endOfDigits(text, start);
            String digits = text.substring(start, end);
            int last = end < text.length() && "-+ ".indexOf(text.charAt(end)) >= 0 ? endOfDigits(text, end + 1) : end;
            if (digits.length() < 10 && last - end == 5) {
                digits += text.substring(end + 1, last);
            }
            if ((digits.length() == 10 || digits.length() == 12)
                    && tens.contains(digits.substring(digits.length() - 10))) {
                return Optional.of(digits.length() == 12 ? "twelve" : "ten");
            }
        }
        return Optional.empty();
    }

    private static int nextDigit(String text, int from) {
        int at = from;
        while (at < text.length() && !isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int endOfDigits(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String unescaped(String text) {
        return ESCAPES.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(URLDecoder.decode(m.group(), StandardCharsets.ISO_8859_1)));
    }

    /** Looks into each run of characters that may be base64 or a hash. */
    private Optional<String> encoded(String text) {
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || !isBase64(text.charAt(at))) {
                if (at - start >= SHORTEST_BASE64) {
                    String run = text.substring(start, at);
                    Optional<String> form = decoded(run).or(() -> hashed(run));
                    if (form.isPresent()) {
                        return form;
                    }
                }
                start = at + 1;
            }
        }
        return Optional.empty();
    }

    private static boolean isBase64(char c) {
        return c < IN_BASE64.length && IN_BASE64[c];
    }

    private Optional<String> decoded(String run) {
        String safe = run.replace('+', '-').replace('/', '_');
        for (int offset = 0; offset < 4; offset++) {
            int length = safe.length() - offset;
            int usable = length % 4 == 1 ? length - 1 : length;
            byte[] bytes = Base64.getUrlDecoder().decode(safe.substring(offset, offset + usable));
            if (plain(new String(bytes, StandardCharsets.ISO_8859_1)).isPresent()) {
                return Optional.of("base64");
            }
        }
        return Optional.empty();
    }

    private Optional<String> hashed(String run) {
        if (run.length() < HASH_LENGTH) {
            return Optional.empty();
        }
        Matcher matcher = HASH.matcher(run);
        return matcher.results()
                .map(m -> hashes.get(m.group().toLowerCase(Locale.ROOT)))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
