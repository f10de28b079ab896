package se.ryggrad.server.it;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Searches a log for identity numbers: 12 and 10 digits, with hyphen, percent-encoded and in base64url. */
final class IdentityNumbersIn {
    private static final Pattern CANDIDATE =
            Pattern.compile("(?<![0-9A-Za-z])(?:19|20)?([0-9]{2}[0-9]{4})(?:[-+]|%2[DdBb])?([0-9]{4})(?![0-9A-Za-z])");
    private static final Pattern BASE64 = Pattern.compile("(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{14,24}(?![A-Za-z0-9_-])");

    private IdentityNumbersIn() {}

    /** Returns every number found in {@code text}. */
    static List<String> text(String text) {
        List<String> found = new ArrayList<>(plain(text));
        Matcher encoded = BASE64.matcher(text);
        while (encoded.find()) {
            found.addAll(plain(decoded(encoded.group())));
        }
        return found;
    }

    private static List<String> plain(String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = CANDIDATE.matcher(text);
        while (matcher.find()) {
            String digits = matcher.group(1) + matcher.group(2);
            if (isDate(digits) && checkDigitHolds(digits)) {
                found.add(matcher.group());
            }
        }
        return found;
    }

    private static boolean isDate(String digits) {
        int month = Integer.parseInt(digits.substring(2, 4));
        int day = Integer.parseInt(digits.substring(4, 6)) % 60;
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    private static boolean checkDigitHolds(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int product = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == 0;
    }

    private static String decoded(String encoded) {
        try {
            return new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
