package se.ryggrad.conformance.people;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
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

    private static final Pattern DIGITS = Pattern.compile("(?<!\\d)(?:\\d{2})?\\d{6}[-+ ]?\\d{4}(?!\\d)");
    private static final Pattern ESCAPES = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{13,}");
    private static final Pattern HASH = Pattern.compile("(?i)(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");

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
                .or(() -> plain(unescaped(text)).map(form -> form + " digits, percent-encoded"))
                .or(() -> encoded(text))
                .or(() -> hashed(text));
    }

    private Optional<String> plain(String text) {
        Matcher matcher = DIGITS.matcher(text);
        while (matcher.find()) {
            String digits = matcher.group().replaceAll("[-+ ]", "");
            if (tens.contains(digits.substring(digits.length() - 10))) {
                return Optional.of(digits.length() == 12 ? "twelve" : "ten");
            }
        }
        return Optional.empty();
    }

    private static String unescaped(String text) {
        return ESCAPES.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(URLDecoder.decode(m.group(), StandardCharsets.ISO_8859_1)));
    }

    private Optional<String> encoded(String text) {
        Matcher matcher = BASE64.matcher(text);
        while (matcher.find()) {
            String run = matcher.group().replace('+', '-').replace('/', '_');
            for (int offset = 0; offset < 4 && offset < run.length(); offset++) {
                if (plain(decoded(run.substring(offset))).isPresent()) {
                    return Optional.of("base64");
                }
            }
        }
        return Optional.empty();
    }

    private static String decoded(String run) {
        int usable = run.length() % 4 == 1 ? run.length() - 1 : run.length();
        return new String(Base64.getUrlDecoder().decode(run.substring(0, usable)), StandardCharsets.ISO_8859_1);
    }

    private Optional<String> hashed(String text) {
        Matcher matcher = HASH.matcher(text);
        while (matcher.find()) {
            Optional<String> form =
                    Optional.ofNullable(hashes.get(matcher.group().toLowerCase(Locale.ROOT)));
            if (form.isPresent()) {
                return form;
            }
        }
        return Optional.empty();
    }
}
