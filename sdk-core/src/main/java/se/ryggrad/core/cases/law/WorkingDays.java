package se.ryggrad.core.cases.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;

/**
 * Tells on which days an act may have to be done at the latest: every day but Saturdays, Sundays, public
 * holidays (lag (1989:253)), midsummer's eve, Christmas Eve and New Year's Eve (lag (1930:173) section 2).
 */
final class WorkingDays {

    /** The holidays and eves that fall on the same date each year. */
    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(Month.JANUARY, 1),
            MonthDay.of(Month.JANUARY, 6),
            MonthDay.of(Month.MAY, 1),
            MonthDay.of(Month.JUNE, 6),
            MonthDay.of(Month.DECEMBER, 24),
            MonthDay.of(Month.DECEMBER, 25),
            MonthDay.of(Month.DECEMBER, 26),
            MonthDay.of(Month.DECEMBER, 31));

    /** Good Friday, Easter Monday and Ascension Day, counted in days from Easter Sunday. */
    private static final List<Integer> FROM_EASTER = List.of(-2, 1, 39);

    private static final MonthDay EARLIEST_MIDSUMMER_EVE = MonthDay.of(Month.JUNE, 19);

    private WorkingDays() {}

    /** Returns {@code day}, or the first working day after it. */
    static LocalDate onOrAfter(LocalDate day) {
        LocalDate next = day;
        while (isFree(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private static boolean isFree(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                || day.getDayOfWeek() == DayOfWeek.SUNDAY
                || FIXED.contains(MonthDay.from(day))
                || day.equals(midsummerEve(day.getYear()))
                || FROM_EASTER.stream()
                        .anyMatch(days -> day.equals(easter(day.getYear()).plusDays(days)));
    }

    /** Returns the Friday between 19 and 25 June. */
    private static LocalDate midsummerEve(int year) {
        return EARLIEST_MIDSUMMER_EVE.atYear(year).with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
    }

    /** Returns Easter Sunday of the Gregorian calendar by the anonymous algorithm of 1876. */
    private static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int correction = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int days = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
