package se.ryggrad.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.conformance.issuer.Counterparty;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.run.Overall;
import se.ryggrad.conformance.run.RunResult;
import se.ryggrad.conformance.run.RunSettings;
import se.ryggrad.conformance.run.SuiteRunner;
import se.ryggrad.conformance.target.Target;
import se.ryggrad.conformance.twin.TwinServer;

/** Tests that two runs in processes of their own go side by side against one system, as the printed settings say. */
class SideBySideTest {

    private static final String PRINCIPAL = "2581";
    private static final List<String> SOME = List.of("CASE-002", "CORE-044", "EVT-001", "EVT-002", "ID-001", "ID-011");

    @TempDir
    private Path folder;

    @Test
    void theSecondTakesTheNextPortAndBothGoWell() throws IOException, InterruptedException {
        int port = freePair();
        String listen = "127.0.0.1:" + port;
        PrintedSettings printed = PrintedSettings.of("--listen", listen, "--runs", "2");
        try (Counterparty first = Counterparty.listen("127.0.0.1", port);
                TwinServer twin = TwinServer.start(printed.forTwin())) {
            SuiteProcess second = SuiteProcess.start(
                    List.of(),
                    List.of(
                                    "run",
                                    "--lang",
                                    "en",
                                    "--listen",
                                    listen,
                                    "--target",
                                    twin.base(PRINCIPAL),
                                    "--only",
                                    String.join(",", SOME),
                                    "--out",
                                    folder.toString())
                            .toArray(String[]::new));
            RunResult result =
                    new SuiteRunner(first).run(target(twin), RunSettings.of(1).only(Set.copyOf(SOME)));

            assertThat(second.ended())
                    .contains("The port " + listen + " is taken")
                    .contains("listens at 127.0.0.1:" + (port + 1))
                    .contains("Verdict: conformant")
                    .endsWith("exit 0");
            assertThat(result.verdict()).isEqualTo(Overall.CONFORMANT);
        }
    }

    @Test
    void settingsForTwoRunsNameBothPorts() throws IOException {
        assertThat(PrintedSettings.of("--runs", "2").properties())
                .containsEntry("ryggrad.issuer.suite-1-officer.url", "http://127.0.0.1:9911/1/officer")
                .containsEntry("ryggrad.issuer.suite-2-officer.url", "http://127.0.0.1:9912/1/officer")
                .containsEntry("ryggrad.issuer.suite-2-officer.jwks", "http://127.0.0.1:9912/1/officer/jwks.json")
                .containsEntry("ryggrad.registry.suite-1.url", "http://127.0.0.1:9911/1/registry")
                .containsEntry("ryggrad.registry.suite-2.url", "http://127.0.0.1:9912/1/registry")
                .containsEntry("ryggrad.channel.suite-1-mailbox.url", "http://127.0.0.1:9911/1/channels/mailbox")
                .containsEntry("ryggrad.channel.suite-2-sms.url", "http://127.0.0.1:9912/1/channels/sms")
                .containsEntry("ryggrad.channel.suite-2-sms.address", "phone")
                .containsEntry("ryggrad.channel.suite-2-sms.client", "suite-mailbox")
                .containsEntry(
                        "ryggrad.registry.suite-2.issuers",
                        "http://127.0.0.1:9912/1/person,http://127.0.0.1:9912/1/person-2,"
                                + "http://127.0.0.1:9912/1/officer,http://127.0.0.1:9912/1/system");
        assertThat(PrintedSettings.of("--public-url", "https://suite.example.se/a")
                        .properties())
                .containsEntry("ryggrad.issuer.suite-1-person.url", "https://suite.example.se/a/1/person");
    }

    private static Target target(TwinServer twin) {
        return new Target(URI.create(twin.base(PRINCIPAL)), Json.read(twin.capabilities(PRINCIPAL)));
    }

    private static int freePair() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket first = new ServerSocket(0, 1, loopback);
                ServerSocket second = new ServerSocket(first.getLocalPort() + 1, 1, loopback)) {
            return second.getLocalPort() - 1;
        } catch (BindException taken) {
            return freePair();
        }
    }
}
