package se.ryggrad.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTest {

    private static final LocalDate CLOSED = LocalDate.of(2028, 2, 29);

    @ParameterizedTest
    @CsvSource({
        "P0D,2028-02-29",
        "P10D,2028-03-10",
        "P2W,2028-03-14",
        "P12M,2029-02-28",
        "P5Y,2033-02-28",
        "P4Y,2032-02-29"
    })
    void endsThatLongAfterTheCaseWasClosed(String period, LocalDate first) {
        Retention retention = new Retention(true, Optional.of(Period.parse(period)));

        assertThat(retention.ends()).isTrue();
        assertThat(retention.disposableFrom(CLOSED)).contains(first);
    }

    @Test
    void neverEndsWithoutAPeriodOrWhereAllIsKept() {
        assertThat(new Retention(true, Optional.empty()).ends()).isFalse();
        assertThat(new Retention(true, Optional.empty()).disposableFrom(CLOSED)).isEmpty();
        assertThat(new Retention(false, Optional.of(Period.ofDays(1))).ends()).isFalse();
        assertThat(new Retention(false, Optional.of(Period.ofDays(1))).disposableFrom(CLOSED))
                .isEmpty();
        assertThat(Retention.KEEP.ends()).isFalse();
    }
}
