package se.ryggrad.core.cases.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ryggrad.core.json.StandardFiles;

class LegalTimesTest {

    private static List<List<String>> vectors() {
        return new String(StandardFiles.octets("vectors/legal-dates.csv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(row -> List.of(row.split(",", -1)))
                .toList();
    }

    @Test
    void agreesWithTheVectorsOnEveryDay() {
        Stream<List<String>> computed = vectors().stream()
                .map(row -> LocalDate.parse(row.get(0)))
                .map(day -> List.of(
                        day.toString(),
                        LegalTimes.demandFrom(day).toString(),
                        LegalTimes.answerToDemand(day).toString(),
                        LegalTimes.appealBefore(day).toString()));
        assertThat(computed).hasSize(5844).containsExactlyElementsOf(vectors());
    }

    @ParameterizedTest
    @CsvSource({"2025-08-31,2026-03-01", "2023-08-31,2024-03-01", "2026-01-15,2026-07-16", "2026-12-31,2027-07-01"})
    void sixMonthsEndOnTheSameNumberOrTheLastOfTheMonth(LocalDate begun, LocalDate from) {
        assertThat(LegalTimes.demandFrom(begun)).isEqualTo(from);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-26,2026-12-28",
        "2026-05-22,2026-06-22",
        "2026-05-08,2026-06-05",
        "2026-05-09,2026-06-08",
        "2026-12-04,2027-01-04",
        "2026-12-09,2027-01-07",
        "2026-03-06,2026-04-07"
    })
    void fourWeeksEndOnAWorkingDay(LocalDate demanded, LocalDate last) {
        assertThat(LegalTimes.answerToDemand(demanded)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23,2026-12-15", "2026-12-03,2026-12-29", "2026-05-29,2026-06-23", "2026-12-16,2027-01-08"})
    void anAppealIsLateTheDayAfterThreeWeeks(LocalDate served, LocalDate late) {
        assertThat(LegalTimes.appealBefore(served)).isEqualTo(late);
    }
}
