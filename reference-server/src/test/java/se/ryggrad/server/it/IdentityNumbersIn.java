package se.ryggrad.server.it;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Searches a log for identity numbers, whoever they belong to: with 12 and 10 digits, with hyphen, plus or blank, escaped
 * as in an address or in JSON, and in base64 of either alphabet at any offset, as in a token.
 *
 * <p>Ten digits that make a date and a check digit turn up by chance in long random hex; that is taken out first.
 */
final class IdentityNumbersIn {
    private static final Pattern RANDOM_HEX = Pattern.compile(
            "(?i)(?<![0-9a-z])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32,})(?![0-9a-z])");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9])(?:18|19|20)?([0-9]{6})[-+ \\u00a0\\u2010-\\u2015]?([0-9]{4})(?![0-9])");
    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})|\\\\u00([0-9A-Fa-f]{2})");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{13,}");
    private static final int ESCAPED_TWICE = 2;

    private IdentityNumbersIn() {}

    /** Returns every number found in {@code text}, once for each form that it is found in. */
    static List<String> text(String text) {
        String searched = RANDOM_HEX.matcher(text).replaceAll("#");
        List<String> found = new ArrayList<>(readable(searched));
        for (int times = 0; times < ESCAPED_TWICE && ESCAPE.matcher(searched).find(); times++) {
            searched = unescaped(searched);
            found.addAll(readable(searched));
        }
        return found.stream().distinct().toList();
    }

    private static List<String> readable(String text) {
        List<String> found = new ArrayList<>(plain(text));
        Matcher run = BASE64.matcher(text);
        while (run.find()) {
            for (int offset = 0; offset < 4; offset++) {
                found.addAll(plain(decoded(run.group().substring(offset))));
            }
        }
        return found;
    }

    private static List<String> plain(String text) {
        return NUMBER.matcher(text)
                .results()
                .filter(match -> isNumber(match.group(1) + match.group(2)))
                .map(MatchResult::group)
                .toList();
    }

    private static boolean isNumber(String digits) {
        int month = Integer.parseInt(digits.substring(2, 4));
        int day = Integer.parseInt(digits.substring(4, 6)) % 60;
        return month >= 1 && month <= 12 && day >= 1 && day <= 31 && checkDigitHolds(digits);
    }

    private static boolean checkDigitHolds(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int product = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == 0;
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll(match -> {
            String hex = match.group(1) == null ? match.group(2) : match.group(1);
            return Matcher.quoteReplacement(Character.toString(Integer.parseInt(hex, 16)));
        });
    }

    /** A run may be cut anywhere; one sign beyond a whole number of octets is not read. */
    private static String decoded(String run) {
        String whole = run.length() % 4 == 1 ? run.substring(0, run.length() - 1) : run;
        byte[] octets = Base64.getUrlDecoder().decode(whole.replace('+', '-').replace('/', '_'));
        return new String(octets, StandardCharsets.ISO_8859_1);
    }
}
