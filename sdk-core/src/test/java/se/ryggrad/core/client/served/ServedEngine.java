package se.ryggrad.core.client.served;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.client.RyggradClient;
import se.ryggrad.core.client.http.RemoteSystem;
import se.ryggrad.core.rest.CurrentExchange;
import se.ryggrad.core.rest.Exchange;

/**
 * Serves the engine of a world over HTTP on this machine, by the real resources. In the place of the gate, a token stands for a
 * caller whom the client was asked for.
 */
public final class ServedEngine implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final World world;
    private final Routes routes;
    private final Map<Caller, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, Caller> callers = new ConcurrentHashMap<>();
    private final AtomicInteger served = new AtomicInteger();
    private final List<RuntimeException> failures = new CopyOnWriteArrayList<>();

    /** Begins to serve {@code world}. */
    public ServedEngine(World world) throws IOException {
        this.world = world;
        this.routes = new Routes(ServedPorts.of(world));
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(Request.BASE, this::serve);
        server.start();
    }

    /** Returns a client of what is served. */
    public RyggradClient client() {
        URI url = URI.create("http://localhost:" + server.getAddress().getPort() + Request.BASE);
        return RyggradClient.of(RemoteSystem.of(People.PRINCIPAL, url), caller -> Optional.of(token(caller)));
    }

    /** Returns how many requests were served. */
    public int served() {
        return served.get();
    }

    /** Ends it, and fails where a resource has failed other than by refusing. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        assertThat(failures).isEmpty();
    }

    private String token(Caller caller) {
        return tokens.computeIfAbsent(caller, unknown -> {
            String token = UUID.randomUUID().toString();
            callers.put(token, caller);
            return token;
        });
    }

    private void serve(HttpExchange http) throws IOException {
        served.incrementAndGet();
        try (http) {
            Request request = Request.read(http);
            Optional<Caller> caller = request.token().map(token -> Objects.requireNonNull(callers.get(token), "token"));
            caller.ifPresent(world::seen);
            Exchange exchange = request.exchange(caller);
            CurrentExchange current = new CurrentExchange();
            current.pass(exchange);
            answer(http, response(request, current));
        } catch (RuntimeException broken) {
            failures.add(broken);
        }
    }

    private Response response(Request request, CurrentExchange current) {
        try {
            return routes.answer(request, current);
        } catch (RyggradException refused) {
            return current.refusals().answer(refused.problem());
        }
    }

    private static void answer(HttpExchange http, Response response) throws IOException {
        byte[] body = (byte[]) response.getEntity();
        response.getStringHeaders()
                .forEach((name, values) ->
                        values.forEach(value -> http.getResponseHeaders().add(name, value)));
        http.sendResponseHeaders(response.getStatus(), body.length);
        try (OutputStream out = http.getResponseBody()) {
            out.write(body);
        }
    }
}
