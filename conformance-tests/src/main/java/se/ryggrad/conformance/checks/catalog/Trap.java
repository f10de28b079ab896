package se.ryggrad.conformance.checks.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import se.ryggrad.conformance.http.ConformanceFailure;

/** A listener on loopback that nobody should call. */
final class Trap implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 100;

    private final ServerSocket socket;

    private Trap(ServerSocket socket) {
        this.socket = socket;
    }

    static Trap open() {
        try {
            ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
            socket.setSoTimeout(PATIENCE_MILLIS);
            return new Trap(socket);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    String address() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    void expectNobodyCame() {
        try (Socket caller = socket.accept()) {
            throw ConformanceFailure.of("no connection to " + address(), "one from " + caller.getRemoteSocketAddress());
        } catch (SocketTimeoutException nobody) {
            return;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
