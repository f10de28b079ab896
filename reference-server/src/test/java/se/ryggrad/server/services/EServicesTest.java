package se.ryggrad.server.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.json.JsonInput;
import se.ryggrad.core.json.JsonLimits;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.catalog.ServiceReader;

/** Runs each e-service's valid and all-faults example through the engine and the database. */
class EServicesTest {
    private static final String PLACEHOLDER = "8f14e45f-ceea-467f-a0e6-3b1c6f0f3c10";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"bygglov", "felanmalan", "ekonomiskt-bistand"})
    void followsThePublishedSchema(String id) {
        byte[] definition = TestEngine.file(id + ".json").getBytes(StandardCharsets.UTF_8);
        assertThat(ServiceReader.faults(new JsonInput(JsonLimits.DEFAULT).parse(definition)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bygglov", "felanmalan", "ekonomiskt-bistand"})
    void takesTheValidExample(String id) {
        TestEngine engine = new TestEngine(TestEngine.database(folder));
        engine.publish(id);
        String body = TestEngine.file(id + ".valid.json").replace(PLACEHOLDER, engine.upload("application/pdf"));
        CaseId created = engine.submit(body);
        assertThat(engine.cases().find(new PrincipalId("2581"), created)).hasValueSatisfying(found -> {
            assertThat(found.head().status()).isEqualTo(CaseStatus.REGISTERED);
            assertThat(found.head().registryNumber()).isPresent();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"bygglov", "felanmalan", "ekonomiskt-bistand"})
    void namesEveryFaultOfTheFaultyExample(String id) {
        TestEngine engine = new TestEngine(TestEngine.database(folder));
        engine.publish(id);
        JsonTree example = JsonTree.parse(new JsonText(TestEngine.file(id + ".faults.json")));
        String body = example.at("/request").orElseThrow().json().text();
        assertThatExceptionOfType(RyggradException.class)
                .isThrownBy(() -> engine.submit(body))
                .satisfies(refused -> assertThat(refused.problem().faults().stream()
                                .map(fault -> fault.where() + " " + fault.code().code())
                                .toList())
                        .isEqualTo(expected(example)));
    }

    private static List<String> expected(JsonTree example) {
        return example.at("/errors").flatMap(JsonTree::asArray).orElseThrow().stream()
                .flatMap(error -> error.asObject().stream())
                .map(error -> error.text("pointer").orElseThrow() + " "
                        + error.text("code").orElseThrow())
                .toList();
    }
}
