package se.ryggrad.core.contract.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.Version;

/** Each test of a contract names requirements, and those that there are. */
class ContractsTest {

    private static final String REGISTRY = "/se/ryggrad/standard/requirements.json";

    @Test
    void namesRequirementsOfTheStandard() {
        List<JavaMethod> tests = new ClassFileImporter()
                .importPackages("se.ryggrad.core.contract", "se.ryggrad.core.cases.contract").stream()
                        .filter(ContractsTest::isContract)
                        .flatMap(contract -> contract.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Test.class) || method.isAnnotatedWith(Holds.class))
                        .toList();

        assertThat(tests)
                .hasSizeGreaterThan(100)
                .allSatisfy(test -> assertThat(test.isAnnotatedWith(Holds.class))
                        .as(test.getFullName())
                        .isTrue());
        assertThat(known())
                .containsAll(tests.stream()
                        .flatMap(test ->
                                List.of(test.getAnnotationOfType(Holds.class).value()).stream())
                        .collect(Collectors.toSet()));
    }

    private static boolean isContract(JavaClass type) {
        return type.getSimpleName().endsWith("Contract");
    }

    private static Set<String> known() {
        try (JsonReader reader =
                Json.createReader(Objects.requireNonNull(Version.class.getResourceAsStream(REGISTRY)))) {
            return reader.readObject().getJsonArray("requirements").getValuesAs(JsonObject.class).stream()
                    .map(entry -> entry.getString("id"))
                    .collect(Collectors.toSet());
        }
    }
}
