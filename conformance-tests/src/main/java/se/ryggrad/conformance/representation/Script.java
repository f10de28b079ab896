package se.ryggrad.conformance.representation;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a registry does when it is asked about somebody, until it is told otherwise. */
final class Script {

    private static final int SECONDS = 30;
    private static final int MUCH = 16 * 1024 * 1024;

    private final Conduct conduct;
    private final CountDownLatch ended = new CountDownLatch(1);

    Script(Conduct conduct) {
        this.conduct = conduct;
    }

    Conduct conduct() {
        return conduct;
    }

    /** Lets go of whoever waits for an answer that does not come. */
    void end() {
        ended.countDown();
    }

    /**
     * Answers as it is its way.
     *
     * @param good what it answers by its contract: an object with one list
     * @param elsewhere the address that it leads away to
     */
    void play(HttpExchange exchange, String good, String elsewhere) throws IOException {
        switch (conduct) {
            case ANSWERS -> write(exchange, 200, good);
            case FAILS -> write(exchange, 500, "{}");
            case DENIES -> write(exchange, 404, good);
            case BREAKS_OFF -> write(exchange, 200, good.substring(0, good.length() - 2));
            case SPEAKS_OTHERWISE -> write(exchange, 200, "{\"items\":[]}");
            case LEADS_AWAY -> {
                exchange.getResponseHeaders().set("Location", elsewhere);
                write(exchange, 307, good);
            }
            case NEVER_ENDS -> begin(exchange, good, MUCH);
            case FALLS_SILENT -> begin(exchange, good, 0);
            case IS_SILENT -> await();
        }
    }

    static void write(HttpExchange exchange, int status, String body) throws IOException {
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, octets.length);
        exchange.getResponseBody().write(octets);
    }

    /** Sends the beginning of an answer and so much more, then nothing. */
    private void begin(HttpExchange exchange, String good, int more) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        out.write(good.substring(0, good.indexOf('[') + 1).getBytes(StandardCharsets.UTF_8));
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
