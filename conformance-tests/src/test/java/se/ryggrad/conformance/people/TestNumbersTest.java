package se.ryggrad.conformance.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests that runs on one system do not meet each other's people. */
class TestNumbersTest {

    private static final int MORE_THAN_A_RUN_TAKES = 500;

    @Test
    void runsTenSecondsApartShareNobody() {
        Set<String> met = new HashSet<>();
        Instant start = Instant.parse("2026-11-24T02:34:30Z");
        for (int run = 0; run < 50; run++) {
            TestNumbers numbers = new TestNumbers(start.plusSeconds(10L * run), 0);
            for (int person = 0; person < MORE_THAN_A_RUN_TAKES; person++) {
                String digits = numbers.personnummer().digits();
                assertTrue(met.add(digits), () -> "met again: " + digits);
            }
        }
    }

    @Test
    void runsSideBySideShareNobody() {
        Set<String> met = new HashSet<>();
        Instant start = Instant.parse("2026-11-24T02:34:30Z");
        for (int lane = 0; lane < TestNumbers.LANES; lane++) {
            TestNumbers numbers = new TestNumbers(start, lane);
            for (int person = 0; person < MORE_THAN_A_RUN_TAKES; person++) {
                String digits = numbers.personnummer().digits();
                assertTrue(met.add(digits), () -> "met again: " + digits);
            }
        }
    }

    @Test
    void numbersOfADayAreOfThatDay() {
        TestNumbers numbers = new TestNumbers(Instant.EPOCH, 0);
        LocalDate born = LocalDate.of(2013, 11, 7);
        assertTrue(numbers.personnummer(born).digits().matches("201311079[89]\\d\\d"));
        assertTrue(numbers.samordningsnummer(born).digits().matches("201311679[89]\\d\\d"));
        assertTrue(numbers.bornBefore(born).digits().matches("201[0-3]\\d{4}9[89]\\d\\d"));
        assertTrue(numbers.organisationsnummer().matches("999\\d{7}"));
    }

    @Test
    void noTwoChildrenOfARunShareANumber() {
        TestNumbers numbers = new TestNumbers(Instant.EPOCH, 0);
        Set<String> met = new HashSet<>();
        for (int child = 0; child < MORE_THAN_A_RUN_TAKES; child++) {
            String digits = numbers.bornBefore(LocalDate.of(2013, 11, 7)).digits();
            assertTrue(met.add(digits), () -> "met again: " + digits);
        }
    }

    @Test
    void numbersAreTestNumbersWithTheirDayOfBirthMovedForSamordningsnummer() {
        TestNumbers numbers = new TestNumbers(Instant.EPOCH, 0);
        for (int person = 0; person < MORE_THAN_A_RUN_TAKES; person++) {
            assertTrue(numbers.personnummer().digits().matches("(19|20)\\d{4}[0-3]\\d9[89]\\d\\d"));
            assertTrue(numbers.samordningsnummer().digits().matches("(19|20)\\d{4}[6-9]\\d9[89]\\d\\d"));
        }
        assertEquals(2 * MORE_THAN_A_RUN_TAKES, numbers.given().size());
    }
}
