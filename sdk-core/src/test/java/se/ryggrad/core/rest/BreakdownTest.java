package se.ryggrad.core.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class BreakdownTest {

    @Test
    void saysWhereAndNotWhatWith() {
        Throwable broken = new IllegalArgumentException(
                "in 199001019802", new IllegalStateException("of 199001019802", new RuntimeException()));
        StringWriter log = new StringWriter();
        Breakdown.of(broken).printStackTrace(new PrintWriter(log, true));
        assertThat(log.toString())
                .contains("java.lang.IllegalArgumentException", "Caused by: ", "java.lang.IllegalStateException")
                .contains("BreakdownTest.saysWhereAndNotWhatWith")
                .doesNotContain("1990");
    }

    @Test
    void endsWhereCausesGoRoundInACircle() {
        Throwable inner = new IllegalStateException();
        Throwable outer = new IllegalStateException(inner);
        inner.initCause(outer);
        assertThat(Breakdown.of(outer)).hasMessage("java.lang.IllegalStateException");
    }
}
