package se.ryggrad.conformance.twin.catalog;

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

    private static final Map<String, Predicate<String>> CHECKS = Map.ofEntries(
            Map.entry("date", Formats::isDate),
            Map.entry("date-time", Formats::isInstant),
            Map.entry(
                    "email",
                    matching("[^\\s@\"(),:;<>\\[\\]]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
                            + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+")),
            Map.entry("uri", Formats::isUri),
            Map.entry("uuid", matching("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")),
            Map.entry("personal-number", Formats::isPersonal),
            Map.entry("organisation-number", IdentityNumber::isOrganisation),
            Map.entry(
                    "property-designation",
                    matching("\\p{L}[\\p{L} -]* [\\p{L}\\p{N}][\\p{L}\\p{N} -]* [0-9]+:[0-9]+")),
            Map.entry("point", matching("-?[0-9]{1,2}(\\.[0-9]+)?,-?[0-9]{1,3}(\\.[0-9]+)?")),
            Map.entry(
                    "bank-account",
                    matching("[0-9]{4}[ -]?[0-9 -]{5,12}|[0-9]{2,8}-[0-9]|[A-Z]{2}[0-9]{2}[A-Z0-9 ]{10,30}")),
            Map.entry("phone", matching("\\+?[0-9][0-9 -]{4,18}[0-9]")));

    private Formats() {}

    private static Predicate<String> matching(String pattern) {
        var compiled = Pattern.compile(pattern);
        return text -> compiled.matcher(text).matches();
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
            return true;
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
