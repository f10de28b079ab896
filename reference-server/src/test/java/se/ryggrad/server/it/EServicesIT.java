package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.server.services.TestEngine;

/** Sends each e-service's valid and all-faults example to the running server. */
class EServicesIT {
    private static final String PLACEHOLDER = "8f14e45f-ceea-467f-a0e6-3b1c6f0f3c10";

    @TempDir
    private static Path data;

    @AutoClose
    private static ServerProcess server;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(data, Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bygglov", "felanmalan", "ekonomiskt-bistand"})
    void takesTheValidExample(String id) throws IOException, ParseException {
        Client person = Client.person(server, data);
        String document =
                JSONObjectUtils.getString(JSONObjectUtils.parse(person.upload().body()), "id");
        String example = TestEngine.file(id + ".valid.json").replace(PLACEHOLDER, document);
        HttpResponse<String> answer = person.post("/cases", example);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(JSONObjectUtils.parse(answer.body()))
                .containsEntry("status", "registered")
                .containsKey("registryNumber");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bygglov", "felanmalan", "ekonomiskt-bistand"})
    void namesEveryFaultOfTheFaultyExample(String id) throws IOException, ParseException {
        Map<String, Object> example = JSONObjectUtils.parse(TestEngine.file(id + ".faults.json"));
        String request = JSONObjectUtils.toJSONString(JSONObjectUtils.getJSONObject(example, "request"));
        HttpResponse<String> answer = Client.person(server, data).post("/cases", request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(faults(JSONObjectUtils.parse(answer.body()))).isNotEmpty().isEqualTo(faults(example));
    }

    private static List<String> faults(Map<String, Object> holder) throws ParseException {
        return Arrays.stream(JSONObjectUtils.getJSONObjectArray(holder, "errors"))
                .map(error -> error.get("pointer") + " " + error.get("code"))
                .toList();
    }
}
