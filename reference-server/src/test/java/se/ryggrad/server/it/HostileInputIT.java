package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what the server answers to requests that mean harm, and that its log stays silent of them. */
class HostileInputIT {
    private static final String BASE = "/ryggrad/2581/v1";
    private static final String ALVA = "199001012385";
    private static final int ANONYMOUS_PLACES = 12;
    private static final int BEYOND = 4;

    @TempDir
    private static Path data;

    private static ServerProcess server;
    private static RawHttp http;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(data, Map.of());
        http = new RawHttp(server);
    }

    @AfterAll
    static void stop() {
        try {
            assertThat(IdentityNumbersIn.text(server.log())).isEmpty();
            assertThat(server.log()).doesNotContain("Exception", "SRVE0", "RESTEASY");
        } finally {
            server.close();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    /cases?personnummer={number}{     ; 401
                    /services?personnummer={number}{  ; 400
                    /services?q=%zz                   ; 400
                    /services?q={number}|             ; 400
                    /services?q=<                     ; 400
                    /services?q=%ff                   ; 400
                    /services?q=%00                   ; 400
                    /services/{number}|               ; 404
                    /services/{number}{               ; 404
                    /services/{number}%2Fa            ; 404
                    /services/{number}%2e%2e          ; 404
                    /services/{number}%ff             ; 404
                    /services/{number}\\a             ; 404
                    /{number}                         ; 404
                    """)
    void answersAProblemWhateverTheAddress(String below, int status) throws IOException {
        problem(http.send("GET " + BASE + below.replace("{number}", ALVA)), status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a/b?c={", "/WEB-INF/web.xml", "/ryggrad", "/.well-known"})
    void answersAProblemOutsideTheContract(String path) throws IOException {
        problem(http.send("GET " + path + "/" + ALVA), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "%00", "%"})
    void namesNoClassToWhatIsNoAddress(String end) throws IOException {
        assertThat(http.send("GET " + BASE + "/services/" + ALVA + end))
                .startsWith("HTTP/1.1 400 ")
                .doesNotContain("Exception", "com.ibm", "java.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Type:", "Content-Type: text/plain, text/html", "Content-Type: ;;"})
    void refusesWhatIsNoMediaType(String header) throws IOException {
        for (String path : List.of("/cases", "/documents")) {
            problem(http.send("POST " + BASE + path, "{}", new String[] {header, "Content-Length: 2"}), 415);
        }
    }

    @Test
    void readsPreferencesOfAnyLength() throws IOException {
        assertThat(http.send(
                        "GET " + BASE + "/services",
                        "Accept: */*" + ";a=a".repeat(1000),
                        "Accept-Language: en" + "-a".repeat(1500)))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void refusesATokenWithoutAHeader() throws IOException {
        problem(http.send("GET " + BASE + "/services", "Authorization: Bearer bnVsbA.e30.eA"), 401);
    }

    @Test
    void refusesALengthThatIsToldTwice() throws IOException {
        String answer = http.send("POST " + BASE + "/documents", "{}", new String[] {
            "Content-Length: 2", "Content-Length: 2", "Content-Type: text/plain"
        });
        problem(answer, 400);
        assertThat(answer).containsIgnoringCase("Connection: close");
    }

    @Test
    void goesOnServingWhileBodiesDrip() throws IOException {
        List<Socket> open = new ArrayList<>();
        try {
            for (int count = 0; count < ANONYMOUS_PLACES + BEYOND; count++) {
                open.add(upload());
            }
            assertThat(Client.person(server, data).upload().statusCode()).isEqualTo(201);
            assertThat(http.send("GET " + BASE + "/services")).startsWith("HTTP/1.1 200 ");
            List<String> refused = new ArrayList<>();
            for (Socket socket : open) {
                String answer = RawHttp.answer(socket);
                boolean beyond = answer.startsWith("HTTP/1.1 503 ");
                problem(answer, beyond ? 503 : 400);
                refused.addAll(beyond ? List.of(answer) : List.of());
            }
            assertThat(refused).hasSizeBetween(1, BEYOND).allMatch(answer -> answer.contains("Retry-After: "));
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    private static Socket upload() throws IOException {
        Socket socket = http.begin(
                "POST " + BASE + "/documents HTTP/1.1",
                String.join(
                        "\r\n",
                        "Content-Type: text/plain",
                        "Content-Length: 1000",
                        "Content-Digest: sha-256=:RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=:",
                        "Idempotency-Key: " + UUID.randomUUID()));
        socket.getOutputStream().write('{');
        return socket;
    }

    private static void problem(String answer, int status) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("Content-Type: application/problem+json", "\"type\":\"urn:ryggrad:problem:")
                .contains("\"status\":" + status)
                .doesNotContain(ALVA, "Exception", "<html", "<H1>");
    }
}
