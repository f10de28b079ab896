package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tests that each SKALL rule of DIGG's REST API-profil has a test with its id in its name, and no test an unknown id. */
class DiggRulesTest {
    private static final Path LIST =
            Path.of("src", "test", "resources", "se", "ryggrad", "server", "it", "digg-skall.txt");
    private static final List<Path> TESTS = List.of(
            Path.of("..", "sdk-api", "src", "test", "java", "se", "ryggrad", "standard", "DiggDocumentationTest.java"),
            Path.of("..", "sdk-api", "src", "test", "java", "se", "ryggrad", "standard", "DiggProfileTest.java"),
            Path.of("src", "test", "java", "se", "ryggrad", "server", "it", "DiggProfileIT.java"));
    private static final Pattern METHOD = Pattern.compile("@Test\\s+void ([a-z]{3})([0-9]{2})[A-Z]\\w*\\(");

    @Test
    void eachRuleHasATest() throws IOException {
        Set<String> tested = new TreeSet<>();
        for (Path test : TESTS) {
            METHOD.matcher(Files.readString(test))
                    .results()
                    .map(DiggRulesTest::rule)
                    .forEach(tested::add);
        }
        assertThat(tested).isEqualTo(listed());
    }

    private static String rule(MatchResult method) {
        return method.group(1).toUpperCase(Locale.ROOT) + "." + method.group(2);
    }

    private static Set<String> listed() throws IOException {
        return Files.readAllLines(LIST).stream()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
