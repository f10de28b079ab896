package se.ryggrad.core.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.ryggrad.api.Language;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.Problem;
import se.ryggrad.api.ProblemType;

/** Tests when an answer says that the request can be tried again (CORE-058, CORE-070). */
class RefusalsTest {

    private final Refusals refusals = new Refusals(Language.SV, Trace.of(null), Optional.empty());

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "TOO_MANY_REQUESTS"})
    void saysWhenToTryAgain(ProblemType type) {
        assertThat(answer(type).getHeaderString("Retry-After")).matches("[1-9][0-9]*");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UNAVAILABLE", "TOO_MANY_REQUESTS"})
    void saysSoOfNothingElse(ProblemType type) {
        assertThat(answer(type).getHeaders()).containsKey("Content-Language").doesNotContainKey("Retry-After");
    }

    private Response answer(ProblemType type) {
        return refusals.answer(Problem.of(type, new LocalizedText("Försök igen.", "Try again.")));
    }
}
