package se.ryggrad.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.conformance.issuer.Counterparty;

/** Tests what the doctor says of a system behind a certificate of its own making. */
class TlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    private Path folder;

    private Counterparty free;

    @BeforeEach
    void listen() throws IOException {
        free = Counterparty.listen("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        free.close();
    }

    @Test
    void saysThatTheCertificateIsNotTrustedAndHowToTrustIt() throws Exception {
        try (StubSystem system = secure("IP:127.0.0.1")) {
            assertThat(doctor(List.of(), system))
                    .contains("The certificate of " + system.base() + " is not trusted here")
                    .contains("-Djavax.net.ssl.trustStore=FILE")
                    .endsWith("exit 2");
        }
    }

    @Test
    void findsItInOrderOnceTrusted() throws Exception {
        try (StubSystem system = secure("IP:127.0.0.1")) {
            assertThat(doctor(trust(), system))
                    .contains("✓ TLS: the certificate is trusted.")
                    .endsWith("exit 0");
        }
    }

    @Test
    void saysWhatElseIsWrongWithTheConnection() throws Exception {
        try (StubSystem system = secure("DNS:elsewhere.example.se")) {
            assertThat(doctor(trust(), system))
                    .contains("No secure connection to " + system.base() + " can be made")
                    .contains("127.0.0.1")
                    .endsWith("exit 2");
        }
    }

    private String doctor(List<String> jvmOptions, StubSystem system) throws IOException, InterruptedException {
        String listen = free.origin().substring("http://".length());
        free.close();
        return SuiteProcess.start(jvmOptions, "doctor", "--lang", "en", "--listen", listen, "--target", system.base())
                .ended()
                .replace("\r", "");
    }

    private List<String> trust() {
        return List.of(
                "-Djavax.net.ssl.trustStore=" + folder.resolve("key.p12"),
                "-Djavax.net.ssl.trustStorePassword=" + PASSWORD,
                "-Dfile.encoding=UTF-8");
    }

    private StubSystem secure(String alternativeName) throws Exception {
        Path file = folder.resolve("key.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = List.of(
                keytool,
                "-genkeypair",
                "-alias",
                "test",
                "-keyalg",
                "EC",
                "-dname",
                "CN=test",
                "-validity",
                "2",
                "-ext",
                "SAN=" + alternativeName,
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD);
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        return new StubSystem(free.origin().substring("http://".length()), Optional.of(context(file)));
    }

    private static SSLContext context(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
