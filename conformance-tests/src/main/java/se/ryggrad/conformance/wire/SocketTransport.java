package se.ryggrad.conformance.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends octets over a socket of its own, for what a proper client refuses: two Authorization headers, an address with
 * bad escapes, a length that lies. Each request has its own connection.
 */
public final class SocketTransport implements Transport {

    private final Duration timeout;

    /** Creates a transport that gives up when nothing arrives for the given time. */
    public SocketTransport(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public Received send(Sent request) throws IOException {
        Address address = Address.of(request.url());
        try (Socket socket = connected(address)) {
            OutputStream out = socket.getOutputStream();
            out.write(octets(request, address));
            out.flush();
            InputStream in = BoundedAnswer.of(new BufferedInputStream(socket.getInputStream()));
            return ResponseReader.read(in, request.method().equals("HEAD"));
        }
    }

    private Socket connected(Address address) throws IOException {
        int millis = Math.toIntExact(timeout.toMillis());
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(address.host(), address.port()), millis);
        socket.setSoTimeout(millis);
        if (!address.secure()) {
            return socket;
        }
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        return factory.createSocket(socket, address.host(), address.port(), true);
    }

    private static byte[] octets(Sent request, Address address) throws IOException {
        StringBuilder head = new StringBuilder();
        head.append(request.method()).append(' ').append(address.target()).append(" HTTP/1.1\r\n");
        append(head, request, "Host", address.authority());
        append(head, request, "Connection", "close");
        if (request.body().size() > 0) {
            append(
                    head,
                    request,
                    "Content-Length",
                    String.valueOf(request.body().size()));
        }
        request.headers()
                .forEach(h ->
                        head.append(h.name()).append(": ").append(h.value()).append("\r\n"));
        head.append("\r\n");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        all.write(request.body().bytes());
        return all.toByteArray();
    }

    private static void append(StringBuilder head, Sent request, String field, String value) {
        if (request.headers().stream().noneMatch(h -> h.is(field))) {
            head.append(field).append(": ").append(value).append("\r\n");
        }
    }

    /** An address taken apart without judging it. */
    private record Address(boolean secure, String host, int port, String authority, String target) {

        static Address of(String url) {
            boolean secure = url.startsWith("https://");
            String rest = url.substring(url.indexOf("://") + 3);
            int slash = rest.indexOf('/');
            String authority = slash < 0 ? rest : rest.substring(0, slash);
            String target = slash < 0 ? "/" : rest.substring(slash);
            int colon = authority.lastIndexOf(':');
            boolean named = colon > authority.lastIndexOf(']');
            int port = named ? Integer.parseInt(authority.substring(colon + 1)) : secure ? 443 : 80;
            String host = named ? authority.substring(0, colon) : authority;
            return new Address(secure, host.replaceAll("[\\[\\]]", ""), port, authority, target);
        }
    }
}
