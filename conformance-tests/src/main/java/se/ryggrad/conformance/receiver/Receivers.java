package se.ryggrad.conformance.receiver;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import se.ryggrad.conformance.channel.Reply;

/** The receivers of one run, each at an address of its own. Safe for many threads. */
public final class Receivers {

    private final String url;
    private final Map<String, Receiver> named = new ConcurrentHashMap<>();

    /** Creates receivers that a system finds below an address. */
    public Receivers(String url) {
        this.url = url;
    }

    /** Makes a receiver that nobody knows of yet. */
    public Receiver open() {
        String name = UUID.randomUUID().toString();
        Receiver receiver = new Receiver(url + "/" + name);
        named.put(name, receiver);
        return receiver;
    }

    /** Answers a call to a path below the address. */
    public void answer(HttpExchange exchange, String below) throws IOException {
        Receiver receiver = named.get(below.split("/", 2)[0]);
        if (receiver == null) {
            Reply.of(404).play(exchange);
        } else {
            receiver.answer(exchange);
        }
    }
}
