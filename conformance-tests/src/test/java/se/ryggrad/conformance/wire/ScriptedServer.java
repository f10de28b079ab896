package se.ryggrad.conformance.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers each request on a connection with the next of the given octets, and keeps what was asked. */
final class ScriptedServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ScriptedServer.class.getName());

    private final ServerSocket socket;
    private final List<List<String>> requests = new CopyOnWriteArrayList<>();
    private final List<String> answers;

    private ScriptedServer(ServerSocket socket, List<String> answers) {
        this.socket = socket;
        this.answers = answers;
    }

    /** Starts it; an answer that is empty is silence. */
    static ScriptedServer answering(String... answers) throws IOException {
        ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        ScriptedServer server = new ScriptedServer(socket, List.of(answers));
        Thread thread = new Thread(server::serve, "scripted-server");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    String url(String path) {
        return "http://127.0.0.1:" + socket.getLocalPort() + path;
    }

    /** Returns the lines of each request so far, without its body. */
    List<List<String>> requests() {
        return requests;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                converse(connection);
            } catch (IOException gone) {
                LOG.log(System.Logger.Level.DEBUG, "a connection ended", gone);
            }
        }
    }

    private void converse(Socket connection) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
        for (List<String> head = head(in); !head.isEmpty(); head = head(in)) {
            requests.add(head);
            answer(connection, answers.get(Math.min(requests.size(), answers.size()) - 1));
        }
    }

    private static List<String> head(BufferedReader in) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            lines.add(line);
        }
        return lines;
    }

    private static void answer(Socket connection, String octets) throws IOException {
        connection.getOutputStream().write(octets.getBytes(StandardCharsets.ISO_8859_1));
        connection.getOutputStream().flush();
    }
}
