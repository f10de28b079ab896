package se.ryggrad.core.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.Language;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.Problem;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.http.ProblemStatus;
import se.ryggrad.core.json.FaultTexts;
import se.ryggrad.core.json.JsonOutput;
import se.ryggrad.core.rest.problem.ProblemWriter;
import se.ryggrad.core.text.Wording;

class ProblemReaderTest {

    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    @AutoClose
    private final PlayedSystem played = new PlayedSystem();

    private final Calls calls = new Calls(
            played.address(new Patience(Patience.DEFAULT.deadline(), 1, Patience.DEFAULT.pause())),
            PlayedSystem::token);

    ProblemReaderTest() throws IOException {}

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void readsEveryProblemAsItWasWritten(ProblemType type) {
        Problem problem = new Problem(
                type,
                Wording.same("Change this."),
                List.of(
                        Fault.at("/form/subject", FaultCode.REQUIRED, english(FaultCode.REQUIRED)),
                        Fault.of("limit", FaultCode.MAXIMUM, english(FaultCode.MAXIMUM))),
                Optional.of("7b0c0a53-1c1f-4a6b-9d0e-5f3a4a1d2c11"),
                Optional.empty());
        String json = new String(
                JsonOutput.bytes(ProblemWriter.json(problem, Language.EN, TRACE_ID)), StandardCharsets.UTF_8);

        assertThat(answered(ProblemStatus.of(type), json, Map.of())).isEqualTo(problem);
    }

    @Test
    void readsWhichLevelIsNeeded() {
        String challenge = "Bearer error=\"insufficient_user_authentication\", acr_values=\""
                + AssuranceLevel.LOA3.uri() + "\", realm=\"ryggrad\"";

        Problem problem = answered(
                403,
                "{\"type\":\"urn:ryggrad:problem:insufficient-assurance\"}",
                Map.of("WWW-Authenticate", challenge));

        assertThat(problem.type()).isEqualTo(ProblemType.INSUFFICIENT_ASSURANCE);
        assertThat(problem.requiredLevel()).contains(AssuranceLevel.LOA3.uri());
    }

    @ParameterizedTest
    @CsvSource({
        "400, MALFORMED",
        "401, NOT_AUTHENTICATED",
        "403, FORBIDDEN",
        "404, NOT_FOUND",
        "409, STATE_CONFLICT",
        "412, STALE_VERSION",
        "418, MALFORMED",
        "422, VALIDATION",
        "428, PRECONDITION_REQUIRED",
        "500, INTERNAL",
        "503, UNAVAILABLE",
        "504, INTERNAL"
    })
    void takesATypeThatItDoesNotKnowByItsStatus(int status, ProblemType type) {
        assertThat(answered(status, "{\"type\":\"urn:ryggrad:problem:later\",\"detail\":\"New.\"}", Map.of()))
                .isEqualTo(Problem.of(type, Wording.same("New.")));
        assertThat(answered(status, "<html>Bad gateway</html>", Map.of()).type())
                .isEqualTo(type);
    }

    @Test
    void passesOverCodesThatItDoesNotKnow() {
        Problem problem = answered(
                422,
                "{\"type\":\"urn:ryggrad:problem:validation\",\"detail\":\"x\",\"errors\":["
                        + "{\"pointer\":\"/a\",\"code\":\"of-later\",\"detail\":\"x\"},"
                        + "{\"pointer\":\"/b\",\"code\":\"enum\",\"detail\":\"y\",\"more\":1},7]}",
                Map.of());

        assertThat(problem.faults()).containsExactly(Fault.at("/b", FaultCode.ENUM, Wording.same("y")));
    }

    @Test
    void leavesOutWhatMayBeANumberOfSomebody() {
        Problem problem = answered(
                422,
                "{\"type\":\"urn:ryggrad:problem:validation\",\"detail\":\"" + People.ANNA
                        + " is unknown\",\"errors\":[{\"pointer\":\"/a\",\"code\":\"enum\",\"detail\":\"" + People.ANNA
                        + "\"}]}",
                Map.of());

        assertThat(problem.toString()).doesNotContain(People.ANNA);
        assertThat(problem.faults()).extracting(Fault::where).containsExactly("/a");
    }

    private Problem answered(int status, String json, Map<String, String> headers) {
        played.answers(status, json, headers);
        RyggradException refused = catchThrowableOfType(
                RyggradException.class, () -> calls.send(Ask.read(People.person(People.ANNA), "/cases")));
        played.forget();
        return refused.problem();
    }

    private static LocalizedText english(FaultCode code) {
        return Wording.same(FaultTexts.of(code).en());
    }
}
