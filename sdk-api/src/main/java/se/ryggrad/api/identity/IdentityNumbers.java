package se.ryggrad.api.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import se.ryggrad.api.CheckDigit;

/** Checks Swedish identity numbers: syntax, date and Luhn digit. */
final class IdentityNumbers {

    private static final Pattern TWELVE = Pattern.compile("\\d{12}");
    private static final Pattern TEN = Pattern.compile("\\d{10}");
    private static final Pattern PRID = Pattern.compile("[A-Z]{2}:[\\w-]{1,64}");
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
            case PRID -> PRID.matcher(value).matches();
            case NONE -> value.isEmpty();
        };
    }

    static Optional<LocalDate> birthDate(IdentityScheme scheme, String value) {
        return switch (scheme) {
            case PERSONNUMMER -> date(value, 0);
            case SAMORDNINGSNUMMER -> date(value, COORDINATION_DAY);
            case ORGANISATIONSNUMMER, PRID, NONE -> Optional.empty();
        };
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
