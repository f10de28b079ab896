package se.ryggrad.api;

import static org.assertj.core.api.Assertions.assertThat;

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
    void parametersRepeatNoNameThatMayBeAnIdentityNumber() {
        assertThat(Fault.of("900101-9802", FaultCode.UNKNOWN_PARAMETER, DETAIL).where())
                .isEqualTo("query");
        assertThat(Fault.of("limit", FaultCode.MAXIMUM, DETAIL).where()).isEqualTo("limit");
    }
}
