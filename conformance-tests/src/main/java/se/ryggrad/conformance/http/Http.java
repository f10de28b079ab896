package se.ryggrad.conformance.http;

import java.net.URI;
import java.time.Duration;
import se.ryggrad.conformance.wire.ClientTransport;
import se.ryggrad.conformance.wire.SocketTransport;
import se.ryggrad.conformance.wire.Transport;

/**
 * The way to the system under test, for one check.
 *
 * <p>Paths that begin with {@code /} lie below the base URL; anything with a scheme is taken as it is. Nothing is added
 * to a request but what the check asks for. Every exchange is recorded as evidence. Safe for many threads.
 */
public final class Http {

    private final URI base;
    private final Lines lines;
    private final Recorder recorder;

    /** Creates the way to a base URL over lines that a whole run shares. */
    public Http(URI base, Lines lines, Recorder recorder) {
        this.base = base;
        this.lines = lines;
        this.recorder = recorder;
    }

    /** Begins a GET. */
    public Call get(String path) {
        return call("GET", path);
    }

    /** Begins a POST. */
    public Call post(String path) {
        return call("POST", path);
    }

    /** Begins a PUT. */
    public Call put(String path) {
        return call("PUT", path);
    }

    /** Begins a request with any method. */
    public Call call(String method, String path) {
        return new Call(this, method, path.startsWith("/") ? base + path : path);
    }

    /** Returns the base URL, without a slash at its end. */
    public URI base() {
        return base;
    }

    /** Returns what this check has recorded. */
    public Recorder recorder() {
        return recorder;
    }

    Patience patience() {
        return lines.patience();
    }

    Transport line(boolean raw) {
        return raw ? lines.socket() : lines.client();
    }

    /**
     * The two ways to send, shared by the checks of a run.
     *
     * @param client a client that keeps connections
     * @param socket a socket for each request
     * @param patience what waits when the system asks for it
     */
    public record Lines(Transport client, Transport socket, Patience patience) {

        /** Opens lines that give up after the given time. */
        public static Lines open(Duration timeout) {
            return new Lines(new ClientTransport(timeout), new SocketTransport(timeout), new Patience());
        }
    }
}
