package se.ryggrad.core.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {

    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void takesUpAValidTraceWithASpanOfItsOwn() {
        String given = "00-" + ID + "-00f067aa0ba902b7-01";
        Trace trace = Trace.of(given);
        assertThat(trace.traceId()).isEqualTo(ID);
        assertThat(trace.parent()).startsWith("00-" + ID + "-").isNotEqualTo(given);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "00-" + ID + "-00f067aa0ba902b7",
                "ff-" + ID + "-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-" + ID + "-0000000000000000-01",
                "00-" + ID + "-00f067aa0ba902b7-01-x",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"
            })
    void makesATraceInPlaceOfAnInvalidOne(String given) {
        Trace trace = Trace.of(given);
        assertThat(trace.traceId()).matches("[0-9a-f]{32}").isNotEqualTo(ID).doesNotMatch("0+");
        assertThat(trace.parent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }
}
