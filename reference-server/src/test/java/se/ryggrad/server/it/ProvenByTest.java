package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that what the registry names as proof of a requirement that cannot be tested from outside is there. */
class ProvenByTest {
    private static final Pattern EXTENDS = Pattern.compile("class \\w+ extends (\\w+) \\{");

    @ParameterizedTest
    @MethodSource("proofs")
    void isATestOfTheProject(String proof) throws IOException {
        String[] parts = proof.split("#", 2);
        Optional<Path> source = source(parts[0]);
        assertThat(source).as(proof).isPresent();
        assertThat(declares(source.orElseThrow(), parts[1])).as(proof).isTrue();
    }

    static List<String> proofs() throws IOException, ParseException {
        String path = "/se/ryggrad/standard/requirements.json";
        try (InputStream file = Objects.requireNonNull(ProvenByTest.class.getResourceAsStream(path), path)) {
            Map<String, Object> registry =
                    JSONObjectUtils.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            return Arrays.stream(JSONObjectUtils.getJSONObjectArray(registry, "requirements"))
                    .map(requirement -> requirement.get("notTestable"))
                    .filter(Objects::nonNull)
                    .map(notTestable -> String.valueOf(((Map<?, ?>) notTestable).get("provenBy")))
                    .toList();
        }
    }

    private static boolean declares(Path source, String method) throws IOException {
        String text = Files.readString(source);
        Pattern test = Pattern.compile("@(Test|ParameterizedTest|Property)\\b[^;]*?\\bvoid " + method + "\\(");
        if (test.matcher(text).find()) {
            return true;
        }
        Matcher parent = EXTENDS.matcher(text);
        return parent.find() && declares(source.resolveSibling(parent.group(1) + ".java"), method);
    }

    private static Optional<Path> source(String type) throws IOException {
        String file = type.replace('.', '/') + ".java";
        try (Stream<Path> modules = Files.list(Path.of("..").toRealPath())) {
            return modules.map(module -> module.resolve("src/test/java").resolve(file))
                    .filter(Files::exists)
                    .findFirst();
        }
    }
}
