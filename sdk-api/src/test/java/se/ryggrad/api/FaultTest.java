package se.ryggrad.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultTest {

    private static final LocalizedText DETAIL = new LocalizedText("Rätta.", "Correct it.");

    @ParameterizedTest
    @CsvSource(textBlock = """
                    /form/subject, /form/subject
                    /form/contacts/12345, /form/contacts/12345
                    /form/199001019802, /form
                    /form/900101-9802/name, /form
                    /199001019802, ''
                    /form/x199001019802y, /form
                    """)
    void pointersRepeatNoNameThatMayBeAnIdentityNumber(String given, String shown) {
        assertThat(Fault.at(given, FaultCode.UNKNOWN_MEMBER, DETAIL).where()).isEqualTo(shown);
    }

    @Test
    void looksOnceThroughALongName() {
        String name = "/form/" + "a".repeat(1_000_000);
        Fault fault = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> Fault.at(name, FaultCode.UNKNOWN_MEMBER, DETAIL));
        assertThat(fault.where()).isEqualTo(name);
    }

    @Test
    void problemsNameTheFirstHundred() {
        List<Fault> many = IntStream.range(0, 1000)
                .mapToObj(place -> Fault.at("/form/" + (1999 - place), FaultCode.TYPE, DETAIL))
                .toList();
        assertThat(Problem.of(ProblemType.VALIDATION, DETAIL, many).faults())
                .hasSize(100)
                .startsWith(many.get(999));
    }

    @Test
    void parametersRepeatNoNameThatMayBeAnIdentityNumber() {
        assertThat(Fault.of("900101-9802", FaultCode.UNKNOWN_PARAMETER, DETAIL).where())
                .isEqualTo("query");
        assertThat(Fault.of("limit", FaultCode.MAXIMUM, DETAIL).where()).isEqualTo("limit");
    }
}
