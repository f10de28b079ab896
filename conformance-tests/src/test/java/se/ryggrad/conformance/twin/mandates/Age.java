package se.ryggrad.conformance.twin.mandates;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;

/** The age of somebody, by the date in their identity number. */
record Age(String scheme, String value, TwinSettings settings) {

    /** Returns whether somebody has not turned so many years; nobody knows it of one without a date. */
    boolean isBelow(int years, LocalDate today) {
        return born().map(day -> isBelow(day, years, today)).orElse(settings.breaks(Fault.ID_049_D));
    }

    private boolean isBelow(LocalDate born, int years, LocalDate today) {
        if (settings.breaks(Fault.ID_049_E)) {
            return today.getYear() - born.getYear() < years;
        }
        var turns = born.plusYears(years);
        return settings.breaks(Fault.ID_049_A) ? !today.isAfter(turns) : today.isBefore(turns);
    }

    private Optional<LocalDate> born() {
        boolean moved = scheme.equals("samordningsnummer");
        if (!moved && !scheme.equals("personnummer")) {
            return Optional.empty();
        }
        int added = moved && !settings.breaks(Fault.ID_049_B) ? 60 : 0;
        try {
            return Optional.of(LocalDate.of(number(0, 4), number(4, 6), number(6, 8) - added));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private int number(int from, int to) {
        return Integer.parseInt(value.substring(from, to));
    }
}
