package se.ryggrad.conformance.checks.documents;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.http.Finding;
import se.ryggrad.conformance.http.NotObserved;

/**
 * Sends a document of any size without holding it.
 *
 * <p>On a socket of its own: a server may answer before it has read everything, and an ordinary client goes on
 * sending then instead of reading.
 */
final class LargeUpload {

    private static final int PATIENCE = 60_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}).*");

    private final URI base;
    private final Credential actor;

    LargeUpload(URI base, Credential actor) {
        this.base = base;
        this.actor = actor;
    }

    /** Sends that many zeros and returns the status of the answer, which may come before the last of them. */
    int send(long size) {
        try (Socket socket = connect()) {
            socket.setSoTimeout(PATIENCE);
            OutputStream out = socket.getOutputStream();
            out.write(head(size).getBytes(StandardCharsets.US_ASCII));
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> zeros(out, size), LargeUpload::start);
            int status = status(socket);
            sending.cancel(true);
            if (status == 429 || status == 503) {
                throw new IOException("the system asked for patience by " + status);
            }
            return status;
        } catch (IOException fault) {
            Finding finding = Finding.of("an answer to " + size + " octets", "none: " + fault.getMessage());
            throw (NotObserved) new NotObserved(finding, Blame.NETWORK).initCause(fault);
        }
    }

    private Socket connect() throws IOException {
        boolean secure = "https".equals(base.getScheme());
        int port = base.getPort() > 0 ? base.getPort() : secure ? 443 : 80;
        Socket socket = secure ? SSLSocketFactory.getDefault().createSocket() : new Socket();
        socket.connect(new InetSocketAddress(base.getHost(), port), PATIENCE);
        return socket;
    }

    private String head(long size) {
        return String.join(
                "\r\n",
                "POST " + base.getRawPath() + "/documents HTTP/1.1",
                "Host: " + base.getRawAuthority(),
                "Authorization: Bearer " + actor.bearer(),
                "Idempotency-Key: " + UUID.randomUUID(),
                "Content-Type: application/pdf",
                "Content-Digest: sha-256=:" + "A".repeat(43) + "=:",
                "Content-Length: " + size,
                "Connection: close",
                "",
                "");
    }

    /** Starts a thread of its own: the common pool may have one alone, and other checks upload as well. */
    private static void start(Runnable task) {
        Thread thread = new Thread(task, "large-upload");
        thread.setDaemon(true);
        thread.start();
    }

    private static void zeros(OutputStream out, long size) {
        byte[] zeros = new byte[65_536];
        try {
            for (long left = size; left > 0; left -= zeros.length) {
                out.write(zeros, 0, (int) Math.min(left, zeros.length));
            }
            out.flush();
        } catch (IOException answeredAlready) {
            // the server stopped reading: its answer tells
        }
    }

    private static int status(Socket socket) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        String line = reader.readLine();
        Matcher matcher = STATUS.matcher(line == null ? "" : line);
        if (!matcher.matches()) {
            throw new IOException("no status line");
        }
        return Integer.parseInt(matcher.group(1));
    }
}
