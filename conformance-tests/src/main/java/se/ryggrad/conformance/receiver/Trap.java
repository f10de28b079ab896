package se.ryggrad.conformance.receiver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A port of the loopback interface that nobody is to open a connection to. Safe for many threads. */
public final class Trap implements AutoCloseable {

    private final ServerSocket socket;
    private final AtomicInteger connections = new AtomicInteger();

    private Trap(ServerSocket socket) {
        this.socket = socket;
    }

    /** Opens a trap at a free port. */
    public static Trap open() {
        try {
            Trap trap = new Trap(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread thread = new Thread(trap::accept, "ryggrad-trap");
            thread.setDaemon(true);
            thread.start();
            return trap;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Returns the port. */
    public int port() {
        return socket.getLocalPort();
    }

    /** Returns how many connections were opened so far. */
    public int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            end();
        }
    }

    private void end() {
        try (Socket connection = socket.accept()) {
            connections.incrementAndGet();
            connection.shutdownOutput();
        } catch (IOException ended) {
            // the trap is closed, or whoever came has left again
        }
    }
}
