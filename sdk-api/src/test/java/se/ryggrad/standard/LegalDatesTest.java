package se.ryggrad.standard;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Makes the legal dates again, so that a reviewer sees where they come from: {@code non-working-days.csv}
 * is the almanac, {@code legal-dates.csv} is counted from it one day at a time, by lag (1930:173).
 */
class LegalDatesTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2035, 12, 31);

    /** Easter Sundays as almanacs print them. */
    private static final List<LocalDate> EASTERS = Stream.of(
                    "2020-04-12 2021-04-04 2022-04-17 2023-04-09 2024-03-31 2025-04-20",
                    "2026-04-05 2027-03-28 2028-04-16 2029-04-01 2030-04-21 2031-04-13",
                    "2032-03-28 2033-04-17 2034-04-09 2035-03-25 2036-04-13")
            .flatMap(line -> Stream.of(line.split(" ")))
            .map(LocalDate::parse)
            .toList();

    private static final Map<LocalDate, String> ALMANAC = Standard.rows("vectors/non-working-days.csv").stream()
            .collect(toMap(row -> LocalDate.parse(row.get(0)), row -> row.get(1)));

    @Test
    void theAlmanacHasTheHolidaysOfTheLaw() {
        EASTERS.forEach(easter -> {
            assertThat(named(easter.getYear(), "påskdagen")).isEqualTo(easter);
            assertThat(named(easter.getYear(), "långfredagen")).isEqualTo(easter.minusDays(2));
            assertThat(named(easter.getYear(), "annandag påsk")).isEqualTo(easter.plusDays(1));
            assertThat(named(easter.getYear(), "Kristi himmelsfärdsdag"))
                    .isEqualTo(easter.plusWeeks(5).plusDays(4));
            assertThat(named(easter.getYear(), "pingstdagen")).isEqualTo(easter.plusWeeks(7));
        });
        days("midsommardagen", LocalDate.of(2020, 6, 20), LocalDate.of(2020, 6, 26));
        days("alla helgons dag", LocalDate.of(2020, 10, 31), LocalDate.of(2020, 11, 6));
        assertThat(ALMANAC).hasSize(EASTERS.size() * 16);
    }

    @Test
    void theAlmanacHasTheEvesAndTheFixedDays() {
        for (LocalDate easter : EASTERS) {
            int year = easter.getYear();
            assertThat(named(year, "midsommarafton"))
                    .isEqualTo(named(year, "midsommardagen").minusDays(1));
            Map.of(
                            "nyårsdagen", "01-01",
                            "trettondedag jul", "01-06",
                            "första maj", "05-01",
                            "nationaldagen", "06-06",
                            "julafton", "12-24",
                            "juldagen", "12-25",
                            "annandag jul", "12-26",
                            "nyårsafton", "12-31")
                    .forEach((name, date) -> assertThat(named(year, name)).hasToString(year + "-" + date));
        }
    }

    @Test
    void theDatesAreCountedFromTheAlmanac() {
        List<List<String>> expected = FIRST.datesUntil(LAST.plusDays(1))
                .map(day -> List.of(
                        day.toString(),
                        demandFrom(day).toString(),
                        lastOf(4, day).toString(),
                        lastOf(3, day).plusDays(1).toString()))
                .toList();
        assertThat(Standard.rows("vectors/legal-dates.csv")).isEqualTo(expected);
    }

    /** Six months on, the day with the same number, else the last of its month; the day after that. */
    private static LocalDate demandFrom(LocalDate begunOn) {
        YearMonth month = YearMonth.from(begunOn).plusMonths(6);
        return month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .filter(day -> day.getDayOfMonth() <= begunOn.getDayOfMonth())
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .plusDays(1);
    }

    /** The last of some weeks: the day with the same name, or the next working day. */
    private static LocalDate lastOf(int weeks, LocalDate start) {
        LocalDate named = after(start)
                .filter(day -> day.getDayOfWeek() == start.getDayOfWeek())
                .skip(weeks - 1L)
                .findFirst()
                .orElseThrow();
        Predicate<LocalDate> free = day -> ALMANAC.containsKey(day)
                || day.getDayOfWeek() == DayOfWeek.SATURDAY
                || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return after(start)
                .dropWhile(day -> !day.equals(named))
                .filter(free.negate())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<LocalDate> after(LocalDate day) {
        return day.plusDays(1).datesUntil(day.plusYears(1));
    }

    private static LocalDate named(int year, String name) {
        return ALMANAC.entrySet().stream()
                .filter(day -> day.getKey().getYear() == year && day.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** Checks that a holiday is the Saturday between two days of each year. */
    private static void days(String name, LocalDate first, LocalDate last) {
        Set<LocalDate> expected = EASTERS.stream()
                .flatMap(easter -> first.withYear(easter.getYear())
                        .datesUntil(last.withYear(easter.getYear()).plusDays(1)))
                .filter(day -> day.getDayOfWeek() == DayOfWeek.SATURDAY)
                .collect(toSet());
        Set<LocalDate> there =
                EASTERS.stream().map(easter -> named(easter.getYear(), name)).collect(toSet());
        assertThat(there).isEqualTo(expected);
    }
}
