package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Types the guide's walk-through, block by block as it is printed, into bash.
 *
 * <p>Where bash, curl, jq or openssl is missing it is passed by, but never in CI.
 */
class WalkthroughIT {
    private static final Path GUIDE = Path.of("..", "docs", "guide", "curl-walkthrough.md");
    private static final Path SUITE = Path.of("..", "conformance-tests", "target", "ryggrad-conformance.jar");
    private static final Pattern BLOCK = Pattern.compile("^```sh\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final List<String> TOOLS = List.of("bash", "curl", "jq", "openssl");
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\n";

    @TempDir
    Path data;

    @TempDir
    Path folder;

    @Test
    void endsAsItSays() throws IOException, ParseException {
        assumeThat(System.getenv("CI") != null || TOOLS.stream().allMatch(WalkthroughIT::installed))
                .as("the tools of the walk-through are installed")
                .isTrue();
        int port = ServerProcess.freePort();
        Iterator<String> blocks = blocks(port).iterator();
        try (Shell shell = new Shell(folder)) {
            String number;
            try (ServerProcess server = ServerProcess.start(data, port, Path.of("target"), Map.of())) {
                assertThat(server.port()).isEqualTo(port);
                number = untilDecided(shell, blocks);
            }
            try (ServerProcess again = ServerProcess.start(data, port, Path.of("target"), Map.of())) {
                assertThat(again.port()).isEqualTo(port);
                assertThat(JSONObjectUtils.parse(shell.run(blocks.next())))
                        .containsEntry("registryNumber", number)
                        .containsEntry("status", "decided");
            }
        }
        assertThat(blocks).isExhausted();
    }

    private static boolean installed(String tool) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    private static String untilDecided(Shell shell, Iterator<String> blocks) throws IOException, ParseException {
        assertThat(shell.run(blocks.next())).isEmpty();
        assertThat(shell.run("echo $CITIZEN; echo $OFFICER")).matches("([\\w-]+\\.[\\w-]+\\.[\\w-]+\n){2}");
        namesEveryFault(shell.run(blocks.next()));
        String number = registers(shell.run(blocks.next()));
        assertThat(JSONObjectUtils.parse(shell.run(blocks.next()))).containsEntry("status", "in-progress");
        assertThat(shell.run("echo $APPLICANT; echo $REQUEST")).matches(UUID + UUID);
        assertThat(shell.run(blocks.next())).contains("What colour").endsWith("}\n\"answered\"\n");
        Map<String, Object> decided = JSONObjectUtils.parse(shell.run(blocks.next()));
        assertThat(decided).containsEntry("status", "decided");
        assertThat(JSONObjectUtils.getJSONObjectArray(decided, "decisions"))
                .singleElement()
                .satisfies(decision -> assertThat(decision).containsEntry("outcome", "approved"));
        assertThat(shell.run(blocks.next())).matches("(\\d+ \\S.*\n){6,}the same\n");
        return number;
    }

    private static void namesEveryFault(String printed) throws ParseException {
        Map<String, Object> problem = JSONObjectUtils.parse(printed);
        assertThat(problem).containsEntry("type", "urn:ryggrad:problem:validation");
        assertThat(JSONObjectUtils.getJSONObjectArray(problem, "errors"))
                .extracting(error -> error.get("pointer"))
                .contains("/form/areaSquareMetres", "/form/colour", "/form/propertyDesignation");
    }

    private static String registers(String printed) throws ParseException {
        Map<String, Object> registered = JSONObjectUtils.parse(printed);
        assertThat(registered).containsEntry("status", "registered");
        String number = JSONObjectUtils.getString(registered, "registryNumber");
        assertThat(number).matches("BYGG \\d{4}/\\d{5}");
        return number;
    }

    /** Returns the blocks, with the port, the data folder and the place of this test's. */
    private List<String> blocks(int port) throws IOException {
        String guide = Files.readString(GUIDE);
        assertThat(guide).contains("localhost:9080", "conformance-tests/target/ryggrad-conformance.jar token ");
        String here = guide.replace("localhost:9080", "localhost:" + port)
                .replace(
                        "conformance-tests/target/ryggrad-conformance.jar token ",
                        SUITE.toRealPath() + " token --data-dir " + data + " ");
        return BLOCK.matcher(here)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
