package se.ryggrad.conformance.representation;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import se.ryggrad.conformance.json.Json;

/** What the registry says and does about one representative, until it is told otherwise. */
final class Script {

    /** The path that an answer leads away to. */
    static final String ELSEWHERE = "representations/elsewhere";

    private static final int SECONDS = 30;
    private static final int MUCH = 16 * 1024 * 1024;
    private static final String BEGINNING = "{\"representations\":[";

    private final Conduct conduct;
    private final List<Representation> entries;
    private final CountDownLatch ended = new CountDownLatch(1);

    Script(Conduct conduct, List<Representation> entries) {
        this.conduct = conduct;
        this.entries = List.copyOf(entries);
    }

    List<Representation> entries() {
        return entries;
    }

    /** Lets go of whoever waits for an answer that does not come. */
    void end() {
        ended.countDown();
    }

    /** Answers as it is its way; one who was led elsewhere is answered well. */
    void play(HttpExchange exchange, boolean asked, String url) throws IOException {
        switch (asked ? conduct : Conduct.ANSWERS) {
            case ANSWERS -> write(exchange, 200, good());
            case FAILS -> write(exchange, 500, "{}");
            case DENIES -> write(exchange, 404, good());
            case BREAKS_OFF -> write(exchange, 200, good().substring(0, good().length() - 2));
            case SPEAKS_OTHERWISE -> write(exchange, 200, "{\"items\":[]}");
            case LEADS_AWAY -> {
                exchange.getResponseHeaders().set("Location", url + "/" + ELSEWHERE);
                write(exchange, 307, good());
            }
            case NEVER_ENDS -> begin(exchange, MUCH);
            case FALLS_SILENT -> begin(exchange, 0);
            case IS_SILENT -> await();
        }
    }

    static void write(HttpExchange exchange, int status, String body) throws IOException {
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, octets.length);
        exchange.getResponseBody().write(octets);
    }

    private String good() {
        Object[] all = entries.stream().map(Representation::entry).toArray();
        return Json.write(Json.object("representations", Json.array(all)));
    }

    /** Sends the beginning of an answer and so much more, then nothing. */
    private void begin(HttpExchange exchange, int more) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        out.write(BEGINNING.getBytes(StandardCharsets.UTF_8));
        byte[] blanks = " ".repeat(8192).getBytes(StandardCharsets.UTF_8);
        for (int sent = 0; sent < more; sent += blanks.length) {
            out.write(blanks);
        }
        out.flush();
        await();
    }

    private void await() {
        try {
            ended.await(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
