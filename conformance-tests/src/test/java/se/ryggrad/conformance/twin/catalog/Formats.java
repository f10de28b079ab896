package se.ryggrad.conformance.twin.catalog;

import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import se.ryggrad.conformance.twin.identity.IdentityNumber;

/** Checks the formats that are demands; every other format is a remark. */
final class Formats {

    private static final Pattern POINT =
            Pattern.compile("geo:(-?[0-9]{1,2}(?:\\.[0-9]{1,8})?),(-?[0-9]{1,3}(?:\\.[0-9]{1,8})?)");

    private static final Map<String, Predicate<String>> CHECKS = Map.ofEntries(
            Map.entry("date", Formats::isDate),
            Map.entry("date-time", Formats::isInstant),
            Map.entry("email", bounded(254, "[^\\s@]{1,64}@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+")),
            Map.entry("uri", Formats::isUri),
            Map.entry("uuid", matching("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")),
            Map.entry("personal-number", Formats::isPersonal),
            Map.entry("organisation-number", IdentityNumber::isOrganisation),
            Map.entry(
                    "property-designation",
                    matching("[A-ZÅÄÖÉ][\\p{L}0-9 .'/-]{0,98} "
                            + "(?:(?:[1-9][0-9]{0,4}|S|FS|GA):[1-9][0-9]{0,4}|[1-9][0-9]{0,4})")),
            Map.entry("point", Formats::isPoint),
            Map.entry("bank-account", Formats::isAccount),
            Map.entry("phone", matching("(?:\\+[1-9]|0[1-9])(?:[ -]?[0-9]){5,13}")));

    private Formats() {}

    private static Predicate<String> matching(String pattern) {
        var compiled = Pattern.compile(pattern);
        return text -> compiled.matcher(text).matches();
    }

    private static Predicate<String> bounded(int longest, String pattern) {
        var matching = matching(pattern);
        return text -> text.length() <= longest && matching.test(text);
    }

    private static boolean isPoint(String text) {
        var match = POINT.matcher(text);
        return match.matches()
                && Math.abs(Double.parseDouble(match.group(1))) <= 90
                && Math.abs(Double.parseDouble(match.group(2))) <= 180;
    }

    private static boolean isAccount(String text) {
        if (text.matches("[0-9]{4,5}-[0-9]{2,10}")) {
            return true;
        }
        if (!text.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")) {
            return false;
        }
        var digits = new StringBuilder();
        (text.substring(4) + text.substring(0, 4)).chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    /** Returns whether a text meets a format, or the format is only a remark. */
    static boolean isMet(String format, String text) {
        return CHECKS.getOrDefault(format, t -> true).test(text);
    }

    private static boolean isPersonal(String text) {
        return IdentityNumber.isValid("personnummer", text) || IdentityNumber.isValid("samordningsnummer", text);
    }

    private static boolean isDate(String text) {
        try {
            return text.equals(LocalDate.parse(text).toString());
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isInstant(String text) {
        try {
            OffsetDateTime.parse(text);
            return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z|[+-][0-9:]+)");
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isUri(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
