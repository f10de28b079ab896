package se.ryggrad.server.settings;

import java.nio.file.Path;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.xml.sax.InputSource;

/** Reads the H2 address in {@code server.xml}, so that the tests run with the options that the server runs with. */
public final class DefaultDatabase {
    private static final Path CONFIGURATION = Path.of("src/main/liberty/config/server.xml");
    private static final String FILE = "${ryggrad.data-dir}/ryggrad";

    private DefaultDatabase() {}

    /** Returns the server's address of a database, with {@code file} in place of the server's own. */
    public static String at(Path file) {
        String address = configured();
        if (!address.startsWith("jdbc:h2:file:" + FILE + ";")) {
            throw new IllegalStateException("not the address of an H2 file with options: " + address);
        }
        return address.replace(FILE, file.toAbsolutePath().toString());
    }

    private static String configured() {
        try {
            return XPathFactory.newInstance()
                    .newXPath()
                    .evaluate(
                            "/server/variable[@name='ryggrad.db.url']/@defaultValue",
                            new InputSource(CONFIGURATION.toUri().toString()));
        } catch (XPathExpressionException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
