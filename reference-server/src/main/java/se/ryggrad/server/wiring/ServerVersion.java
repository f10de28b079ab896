package se.ryggrad.server.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Reads the version that the build wrote. */
final class ServerVersion {
    private static final String FILE = "/META-INF/ryggrad-server.properties";

    private ServerVersion() {}

    static String read() {
        try (InputStream content = ServerVersion.class.getResourceAsStream(FILE)) {
            Properties properties = new Properties();
            if (content != null) {
                properties.load(content);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
