package se.ryggrad.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperatorCommandTest {

    private static final String NUMBER = "199001019802";
    private static final String TOKEN = "Bearer suite-channel-token";
    private static final String LETTER = """
            {"delivery": "4bf92f3577b34da6a3ce929d0e0e4736", "kind": "letter", "subject": "Vattnet\\u001b[2J",
             "recipient": {"identity": {"scheme": "personnummer", "value": "%1$s"}},
             "sender": {"name": "Piteå kommun"}, "body": {"text": "Det stängs av.\\nHälsningar till %1$s"}}
            """.formatted(NUMBER);
    private static final String NOTICE = """
            {"delivery": "9a1c", "kind": "notice", "recipient": {"phone": "+46700000000"},
             "sender": {"name": "Piteå kommun"}, "text": {"sv": "Något att läsa", "en": "Something to read"},
             "link": "https://minasidor.example.se"}
            """;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void showsWhatIsSentOnceAndNobodysNumber() throws IOException, InterruptedException {
        try (var operator = Operator.start("--lang", "sv")) {
            String url = operator.url();
            assertThat(send(url + "/reachability", TOKEN, LETTER)).isEqualTo(200);
            assertThat(send(url + "/deliveries", "Bearer another", LETTER)).isEqualTo(401);
            assertThat(send(url + "/deliveries", TOKEN, "{")).isEqualTo(400);
            assertThat(send(url + "/elsewhere", TOKEN, LETTER)).isEqualTo(404);
            assertThat(send(url + "/deliveries", TOKEN, LETTER)).isEqualTo(200);
            assertThat(send(url + "/deliveries", TOKEN, LETTER)).isEqualTo(200);
            assertThat(send(url + "/deliveries", TOKEN, NOTICE)).isEqualTo(200);

            assertThat(operator.block())
                    .containsExactly(
                            "Brev, leverans 4bf92f3577b34da6a3ce929d0e0e4736",
                            "  Från: Piteå kommun",
                            "  Till: personnummer [identity number]",
                            "  | Vattnet\uFFFD[2J",
                            "  | Det stängs av.",
                            "  | Hälsningar till [identity number]");
            assertThat(operator.block())
                    .containsExactly(
                            "Avisering, leverans 9a1c",
                            "  Från: Piteå kommun",
                            "  Till: +46700000000",
                            "  | Något att läsa",
                            "  | Something to read",
                            "  | https://minasidor.example.se");
        }
    }

    @Test
    void answersAsItIsTold() throws IOException, InterruptedException {
        try (var operator = Operator.start("--lang", "en", "--answer", "later")) {
            String url = operator.url();
            assertThat(send(url + "/deliveries", TOKEN, LETTER)).isEqualTo(503);
            assertThat(send(url + "/reachability", TOKEN, LETTER)).isEqualTo(200);
            assertThat(operator.block())
                    .startsWith("Letter, delivery 4bf92f3577b34da6a3ce929d0e0e4736", "  From: Piteå kommun");
        }
    }

    private int send(String url, String authorization, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", authorization)
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    /** The command in a process of its own, after what it prints at first. */
    private record Operator(SuiteProcess suite, BufferedReader printed, String url) implements AutoCloseable {

        static Operator start(String... arguments) throws IOException {
            List<String> all = new ArrayList<>(List.of("operator", "--listen", "127.0.0.1:0"));
            all.addAll(List.of(arguments));
            SuiteProcess suite = SuiteProcess.start(List.of(), all.toArray(String[]::new));
            BufferedReader printed = suite.process().inputReader(StandardCharsets.UTF_8);
            String setting = "ryggrad.channel.shown-sms.url=";
            String url = block(printed).stream()
                    .filter(line -> line.startsWith(setting))
                    .map(line -> line.substring(setting.length()))
                    .findFirst()
                    .orElseThrow();
            return new Operator(suite, printed, url);
        }

        /** Returns the lines that are printed until the next one that is empty. */
        List<String> block() throws IOException {
            return block(printed);
        }

        private static List<String> block(BufferedReader printed) throws IOException {
            List<String> lines = new ArrayList<>();
            String line = printed.readLine();
            while (line != null && !line.isEmpty()) {
                lines.add(line);
                line = printed.readLine();
            }
            return lines;
        }

        @Override
        public void close() {
            suite.process().destroyForcibly();
        }
    }
}
