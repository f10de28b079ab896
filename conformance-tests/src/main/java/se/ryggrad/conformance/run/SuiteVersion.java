package se.ryggrad.conformance.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of the suite itself, as its build wrote it down. */
public final class SuiteVersion {

    private static final String RESOURCE = "/se/ryggrad/conformance/suite.properties";

    private SuiteVersion() {}

    /** Returns the version. */
    public static String text() {
        Properties properties = new Properties();
        try (InputStream in = SuiteVersion.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no " + RESOURCE + " on the class path");
            }
            properties.load(in);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return properties.getProperty("version");
    }
}
