package se.ryggrad.conformance.issuer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import se.ryggrad.conformance.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * The server behind which the suite plays the system's counterparties: its identity provider, the registry of whom
 * somebody may represent and whose data is protected, the sources that it asks where it is a portal, the operators of
 * channels, and the receivers of webhooks.
 *
 * <p>Issuers are {@code {origin}/{slot}/{person|person-2|officer|system|foreign}}, their keys {@code {issuer}/jwks.json};
 * issuers of persons exchange tokens at {@code {issuer}/token}; the registry is {@code {origin}/{slot}/registry}, the sources
 * {@code {origin}/{slot}/sources/{source}}, the operators {@code {origin}/{slot}/channels/{operator}}, the receivers {@code
 * {origin}/{slot}/receivers/{receiver}}. One server carries any number of runs, each in a slot of its own. Safe for many threads.
 */
public final class Counterparty implements AutoCloseable {

    static {
        // The server would wait for more to send with each small answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(Counterparty::daemon);
    private final ConcurrentMap<Integer, Slot> slots = new ConcurrentHashMap<>();
    private final SigningKey rsaKey = SigningKey.rsa();
    private final String local;
    private final String origin;
    private final String prefix;

    private Counterparty(HttpServer server, String local, String origin) {
        this.server = server;
        this.local = local;
        this.origin = origin;
        this.prefix = URI.create(origin).getPath();
    }

    /**
     * Starts to listen.
     *
     * @param host the address to listen at, as the system under test writes it
     * @param port the port; 0 takes any that is free
     * @throws IOException if the port is taken
     */
    public static Counterparty listen(String host, int port) throws IOException {
        return listen(host, port, Optional.empty());
    }

    /**
     * Starts to listen where a system on another host reaches it by an address of its own.
     *
     * @param host the address to listen at
     * @param port the port; 0 takes any that is free
     * @param reached the address by which the system reaches it, without a slash at its end; host and port if empty
     * @throws IOException if the port is taken or there is no such host
     */
    public static Counterparty listen(String host, int port, Optional<String> reached) throws IOException {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new UnknownHostException(host);
        }
        HttpServer server = HttpServer.create(address, 0);
        String own = "http://" + host + ":" + server.getAddress().getPort();
        Counterparty counterparty = new Counterparty(server, own, reached.orElse(own));
        counterparty.server.setExecutor(counterparty.threads);
        counterparty.server.createContext("/", counterparty::answer);
        counterparty.server.start();
        return counterparty;
    }

    /** Returns the address by which the system reaches it: scheme, host and port, and a path if it was given one. */
    public String origin() {
        return origin;
    }

    /** Returns the address that it listens at on this machine. */
    public String local() {
        return local;
    }

    /** Takes the lowest slot that is free. */
    public synchronized Slot takeSlot() {
        int number = 1;
        while (slots.containsKey(number)) {
            number++;
        }
        Slot slot = Slot.of(origin, server.getAddress().getPort(), number, rsaKey);
        slots.put(number, slot);
        return slot;
    }

    /** Gives a slot back; its keys are gone then, and nobody waits for its sources any more. */
    public void giveBack(Slot slot) {
        slots.remove(slot.number(), slot);
        slot.sources().close();
    }

    @Override
    public void close() {
        server.stop(0);
        slots.values().forEach(slot -> slot.sources().close());
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        List<String> path = Arrays.asList(
                below(exchange.getRequestURI().getPath()).substring(1).split("/", 3));
        Optional<Slot> slot = path.size() < 3 ? Optional.empty() : slot(path.get(0));
        Optional<Issuer> issuer = slot.flatMap(s -> s.named(path.get(1)));
        if (slot.isPresent() && path.get(1).equals("sources")) {
            slot.get().sources().answer(exchange, path.get(2));
        } else if (issuer.isPresent()
                && slot.get().exchanges(issuer.get())
                && path.get(2).equals("token")) {
            slot.get().tokens().answer(exchange, issuer.get());
        } else {
            answer(exchange, slot, path);
        }
    }

    private static void answer(HttpExchange exchange, Optional<Slot> slot, List<String> path) throws IOException {
        try (exchange) {
            if (slot.isPresent() && path.get(1).equals("registry")) {
                slot.get().registry().answer(exchange, path.get(2));
                return;
            }
            if (slot.isPresent() && path.get(1).equals("channels")) {
                slot.get().operators().answer(exchange, path.get(2));
                return;
            }
            if (slot.isPresent() && path.get(1).equals("receivers")) {
                slot.get().receivers().answer(exchange, path.get(2));
                return;
            }
            Optional<Issuer> issuer = slot.flatMap(s -> s.named(path.get(1)));
            Optional<JsonNode> document = issuer.flatMap(i -> document(i, path.get(2)));
            byte[] body = Json.write(document.orElseGet(() -> Json.object("error", "not found")))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(document.isPresent() ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** A proxy in between may pass the path of the public address on, or take it away. */
    private String below(String path) {
        return path.startsWith(prefix + "/") ? path.substring(prefix.length()) : path;
    }

    private Optional<Slot> slot(String number) {
        return slots.values().stream()
                .filter(s -> number.equals(String.valueOf(s.number())))
                .findFirst();
    }

    private static Optional<JsonNode> document(Issuer issuer, String name) {
        return switch (name) {
            case "jwks.json" -> {
                issuer.fetched();
                yield Optional.of(issuer.keySet());
            }
            case ".well-known/openid-configuration", ".well-known/oauth-authorization-server" ->
                Optional.of(Json.object("issuer", issuer.url(), "jwks_uri", issuer.url() + "/jwks.json"));
            default -> Optional.empty();
        };
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "ryggrad-counterparty");
        thread.setDaemon(true);
        return thread;
    }
}
