package se.ryggrad.conformance.channel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * One operator that is there until it is closed, for somebody who tries a system by hand: it reaches everybody, answers
 * each delivery in the same way and hands over what it was sent, each delivery once (chapter MSG). Safe for many threads.
 */
public final class OperatorServer implements AutoCloseable {

    private static final int LARGEST = 2_000_000;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final String token;
    private final Reply answer;
    private final Consumer<Called> took;
    private final Set<String> taken = new HashSet<>();

    private OperatorServer(HttpServer server, String token, Reply answer, Consumer<Called> took) {
        this.server = server;
        this.token = token;
        this.answer = answer;
        this.took = took;
    }

    /**
     * Starts to listen.
     *
     * @param token what the system calls with
     * @param answer what each delivery is answered
     * @param took gets each delivery that was not there before, one at a time
     * @throws IOException if the port is taken or there is no such host
     */
    public static OperatorServer listen(InetSocketAddress at, String token, Reply answer, Consumer<Called> took)
            throws IOException {
        OperatorServer operator = new OperatorServer(HttpServer.create(at, 0), token, answer, took);
        operator.server.setExecutor(operator.threads);
        operator.server.createContext("/", operator::answer);
        operator.server.start();
        return operator;
    }

    /** Returns the port that it listens at. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            reply(exchange).play(exchange);
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
        Optional<Asked> asked = Asked.at(exchange.getRequestURI().getPath().substring(1));
        if (asked.isEmpty()) {
            return Reply.of(404);
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return Reply.of(405).with("Allow", "POST");
        }
        Called called = Called.of(asked.get(), exchange, new String(body, StandardCharsets.UTF_8));
        if (!called.header("authorization").equals("Bearer " + token)) {
            return Reply.of(401);
        }
        if (body.length > LARGEST) {
            return Reply.of(413);
        }
        return asked.get() == Asked.REACHABILITY ? asked.get().good() : delivered(called);
    }

    private synchronized Reply delivered(Called called) {
        if (called.delivery().isEmpty()) {
            return Reply.of(400, "{\"reason\":\"no-delivery\"}");
        }
        if (taken.add(called.delivery())) {
            took.accept(called);
        }
        return answer;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
