package se.ryggrad.server.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Sends octets to a running server as they are, which no client of HTTP would. */
final class RawHttp {
    private static final int PATIENCE = 60_000;

    private final int port;

    RawHttp(ServerProcess server) {
        port = server.port();
    }

    /** Sends a request line and header lines without a body; returns the whole answer. */
    String send(String requestLine, String... headers) throws IOException {
        return send(requestLine, "", headers);
    }

    /** Sends a request; returns the whole answer. */
    String send(String requestLine, String body, String[] headers) throws IOException {
        try (Socket socket = begin(requestLine + " HTTP/1.1", "Connection: close\r\n" + String.join("\r\n", headers))) {
            socket.getOutputStream().write(body.getBytes(StandardCharsets.ISO_8859_1));
            return answer(socket);
        }
    }

    /** Begins a request: sends its head and leaves the connection open. */
    Socket begin(String requestLine, String headers) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE);
        String head = requestLine + "\r\nHost: localhost\r\n" + headers.strip() + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    /** Reads what the server answers until it closes the connection. */
    static String answer(Socket socket) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        try {
            for (int octet = in.read(); octet >= 0; octet = in.read()) {
                answer.write(octet);
            }
        } catch (SocketTimeoutException open) {
            answer.write("<open>".getBytes(StandardCharsets.US_ASCII));
        }
        return answer.toString(StandardCharsets.UTF_8);
    }
}
