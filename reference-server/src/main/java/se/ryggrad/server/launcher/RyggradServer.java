package se.ryggrad.server.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/**
 * The main class of {@code ryggrad-server.jar}.
 *
 * <p>Checks the settings that must hold before anything starts, unpacks the server to a new folder and runs it inside
 * this very process, so that environment variables and {@code -D} properties reach it, and a signal to this process is a
 * signal to the server. Exit codes: 0 stopped, 1 a setting is wrong, 64 it was given an argument, 70 the server failed to
 * start.
 */
public final class RyggradServer {
    private static final int WRONG_SETTING = 1;
    private static final int WRONG_USE = 64;
    private static final int FAULT = 70;
    private static final String USAGE = """
            Usage: java -D{setting}={value} -jar ryggrad-server.jar
            Starts the server, which stops with Ctrl-C. It takes no arguments: settings stand before -jar, or in the
            environment. The most used: ryggrad.http.port (9080), ryggrad.data-dir (~/.ryggrad), ryggrad.db.url.
            All of them: docs/guide/run-the-reference-server.md""";

    private RyggradServer() {}

    /**
     * Starts the server and returns when it has stopped.
     *
     * @param arguments none but {@code --help}; all settings are environment variables or system properties
     */
    @SuppressWarnings("SystemOut") // before the server has a log, the standard streams are all there is
    public static void main(String[] arguments) {
        if (arguments.length > 0) {
            boolean asked = arguments.length == 1 && arguments[0].equals("--help");
            (asked ? System.out : System.err).println(USAGE);
            System.exit(asked ? 0 : WRONG_USE);
        }
        try {
            System.exit(run(new Settings()));
        } catch (SettingException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(WRONG_SETTING);
        } catch (IOException | ReflectiveOperationException | IllegalStateException fault) {
            System.err.println("The server could not be started: " + fault);
            System.exit(FAULT);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static int run(Settings settings) throws IOException, ReflectiveOperationException, InterruptedException {
        Path data = settings.dataDirectory();
        requireFreePort(settings.host(), settings.port());
        settings.closeDatabaseFile(data);
        System.setProperty(Settings.DATA_DIRECTORY, data.toString());
        System.setProperty("java.awt.headless", "true");
        try (Installation installation = Installation.unpack()) {
            EmbeddedLiberty liberty = EmbeddedLiberty.in(installation.folder());
            Thread stop = new Thread(() -> stop(liberty, installation), "ryggrad-stop");
            Runtime.getRuntime().addShutdownHook(stop);
            return liberty.run(settings.variables()) ? 0 : FAULT;
        }
    }

    private static void stop(EmbeddedLiberty liberty, Installation installation) {
        liberty.stop();
        installation.close();
    }

    private static void requireFreePort(String host, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            InetAddress address = host.equals("*") ? null : InetAddress.getByName(host);
            probe.bind(new InetSocketAddress(address, port));
        } catch (IOException taken) {
            throw new SettingException(
                    "Port " + port + " on " + host + " cannot be used (" + taken.getMessage()
                            + "). Stop what uses it, or set ryggrad.http.port.",
                    taken);
        }
    }
}
