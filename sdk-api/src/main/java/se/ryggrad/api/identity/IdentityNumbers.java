package se.ryggrad.api.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import se.ryggrad.api.CheckDigit;

/** Checks identity numbers: syntax, and of Swedish ones date and Luhn digit. */
final class IdentityNumbers {

    private static final Pattern TWELVE = Pattern.compile("\\d{12}");
    private static final Pattern TEN = Pattern.compile("\\d{10}");
    private static final Pattern PRID = Pattern.compile("[A-Z]{2}:[0-9a-z][0-9a-z-]{8,28}[0-9a-z]");
    private static final int COUNTRY = 3;
    private static final int DISTINGUISHING = 8;
    private static final int COORDINATION_DAY = 60;

    private IdentityNumbers() {}

    static boolean valid(IdentityScheme scheme, String value) {
        return switch (scheme) {
            case PERSONNUMMER ->
                TWELVE.matcher(value).matches() && dated(value, 0) && CheckDigit.holds(value.substring(2));
            case SAMORDNINGSNUMMER ->
                TWELVE.matcher(value).matches()
                        && dated(value, COORDINATION_DAY)
                        && CheckDigit.holds(value.substring(2));
            case ORGANISATIONSNUMMER ->
                TEN.matcher(value).matches() && value.charAt(2) >= '2' && CheckDigit.holds(value);
            case PRID -> PRID.matcher(value).matches() && distinguishes(value.substring(COUNTRY));
            case NONE -> value.isEmpty();
        };
    }

    /** Returns the form in which {@code value} is kept and compared: letters after the country are small in a prid. */
    static String stored(IdentityScheme scheme, String value) {
        boolean named = scheme == IdentityScheme.PRID && value.length() > COUNTRY;
        return named ? value.substring(0, COUNTRY) + small(value.substring(COUNTRY)) : value;
    }

    static Optional<LocalDate> birthDate(IdentityScheme scheme, String value) {
        return switch (scheme) {
            case PERSONNUMMER -> date(value, 0);
            case SAMORDNINGSNUMMER -> date(value, COORDINATION_DAY);
            case ORGANISATIONSNUMMER, PRID, NONE -> Optional.empty();
        };
    }

    /** Returns the text with A to Z as small letters; others are no letters of a prid, and stay to be refused. */
    private static String small(String text) {
        return text.chars()
                .map(letter -> letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean distinguishes(String identifier) {
        return identifier.chars().filter(letter -> letter != '-').count() >= DISTINGUISHING;
    }

    private static boolean dated(String number, int dayOffset) {
        return date(number, dayOffset).filter(born -> born.getYear() >= 1800).isPresent();
    }

    private static Optional<LocalDate> date(String number, int dayOffset) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(number.substring(0, 4)),
                    Integer.parseInt(number.substring(4, 6)),
                    Integer.parseInt(number.substring(6, 8)) - dayOffset));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
