package se.ryggrad.conformance.twin.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;

/** Counts the times of the law from the almanac that ships with the standard. */
public final class Calendar {

    private static final String ALMANAC = "/se/ryggrad/standard/vectors/non-working-days.csv";
    private static final Set<LocalDate> FREE = free();

    private Calendar() {}

    private static Set<LocalDate> free() {
        try (InputStream file = Calendar.class.getResourceAsStream(ALMANAC)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(row -> LocalDate.parse(row.substring(0, row.indexOf(','))))
                    .collect(Collectors.toSet());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Returns the first day on which a decision may be demanded of a case that came in on a day. */
    public static LocalDate demandFrom(LocalDate receivedOn, TwinSettings settings) {
        LocalDate last = receivedOn.plusMonths(6);
        if (settings.breaks(Fault.HAND_043_B) && last.getDayOfMonth() < receivedOn.getDayOfMonth()) {
            last = last.withDayOfMonth(1)
                    .plusMonths(1)
                    .plusDays(receivedOn.getDayOfMonth() - last.lengthOfMonth() - 1L);
        }
        if (settings.breaks(Fault.HAND_043_C)) {
            last = workingDay(last, settings);
        }
        return settings.breaks(Fault.HAND_043_A) ? last : last.plusDays(1);
    }

    /** Returns the last day to answer a demand that came in on a day. */
    public static LocalDate answerToDemand(LocalDate demandedOn, TwinSettings settings) {
        LocalDate last = demandedOn.plusWeeks(4);
        return settings.breaks(Fault.HAND_045_A) ? last : workingDay(last, settings);
    }

    /** Returns the first day on which an appeal of a decision received on a day is late. */
    public static LocalDate appealBefore(LocalDate servedOn, TwinSettings settings) {
        LocalDate last = servedOn.plusWeeks(3);
        if (!settings.breaks(Fault.HAND_050_B)) {
            last = workingDay(last, settings);
        }
        return settings.breaks(Fault.HAND_050_A) ? last : last.plusDays(1);
    }

    private static LocalDate workingDay(LocalDate day, TwinSettings settings) {
        LocalDate next = day;
        while (isFree(next, settings)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private static boolean isFree(LocalDate day, TwinSettings settings) {
        boolean eve =
                FREE.contains(day.plusDays(1)) && day.getDayOfWeek() == DayOfWeek.FRIDAY && day.getMonthValue() == 6;
        boolean forgotten = settings.breaks(Fault.HAND_045_C) && eve;
        return day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue() || (FREE.contains(day) && !forgotten);
    }
}
