package se.ryggrad.conformance.twin.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;

/** Checks identity numbers: form, date and check digit (Luhn over the last ten digits). */
public final class IdentityNumber {

    private IdentityNumber() {}

    /** Returns whether a number is valid in its scheme. */
    public static boolean isValid(String scheme, String number) {
        return switch (scheme) {
            case "personnummer" -> isDated(number, 0);
            case "samordningsnummer" -> isDated(number, 60);
            case "organisationsnummer" -> isOrganisation(number);
            case "prid" -> isProvisional(number);
            default -> false;
        };
    }

    /** Returns the one way in which a number is written: a prid in lower case after its country. */
    public static String canonical(String scheme, String number) {
        return scheme.equals("prid") && number.length() > 3
                ? number.substring(0, 3) + number.substring(3).toLowerCase(Locale.ROOT)
                : number;
    }

    private static boolean isProvisional(String number) {
        return number.matches("(?i)(?-i:[A-Z]{2}):[0-9a-z][0-9a-z-]{8,28}[0-9a-z]")
                && number.substring(3).replace("-", "").length() >= 8;
    }

    private static boolean isDated(String number, int added) {
        if (!number.matches("[0-9]{12}") || !isLuhn(number.substring(2))) {
            return false;
        }
        int day = Integer.parseInt(number.substring(6, 8)) - added;
        try {
            LocalDate.of(Integer.parseInt(number.substring(0, 4)), Integer.parseInt(number.substring(4, 6)), day);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Returns whether this is an organisation number of ten digits. */
    public static boolean isOrganisation(String number) {
        return number.matches("[0-9]{2}[2-9][0-9]{7}") && isLuhn(number);
    }

    private static boolean isLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int product = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == 0;
    }
}
