package se.ryggrad.conformance.receiver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A port of this machine alone that nobody is to open a connection to. Safe for many threads. */
public final class Trap implements AutoCloseable {

    /** Other addresses of the machine itself. Not each of them is there on every machine. */
    private static final List<byte[]> OTHERS =
            List.of(new byte[] {127, 0, 0, 2}, new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});

    private final List<ServerSocket> sockets = new ArrayList<>();
    private final CountDownLatch sprung = new CountDownLatch(1);

    private Trap() {}

    /** Opens a trap at a free port. */
    public static Trap open() {
        try {
            Trap trap = new Trap();
            trap.listen(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
            for (byte[] other : OTHERS) {
                trap.listenIfThere(InetAddress.getByAddress(other));
            }
            return trap;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private void listen(InetAddress address, int port) throws IOException {
        ServerSocket socket = new ServerSocket(port, 50, address);
        sockets.add(socket);
        Thread thread = new Thread(() -> accept(socket), "ryggrad-trap");
        thread.setDaemon(true);
        thread.start();
    }

    private void listenIfThere(InetAddress address) {
        try {
            listen(address, port());
        } catch (IOException absent) {
            // the machine has no such address, or somebody else has the port there
        }
    }

    /** Returns the port. */
    public int port() {
        return sockets.get(0).getLocalPort();
    }

    /** Tells whether a connection was opened, or is within a time. */
    public boolean isSprung(Duration within) {
        try {
            return sprung.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return sprung.getCount() == 0;
        }
    }

    @Override
    public void close() {
        try {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                sprung.countDown();
                connection.shutdownOutput();
            } catch (IOException ended) {
                // the trap is closed, or whoever came has left again
            }
        }
    }
}
