package se.ryggrad.core.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import se.ryggrad.api.RyggradException;

/** Opens the standard's own files, which ship with the API. */
public final class StandardFiles {

    private static final String FOLDER = "/se/ryggrad/standard/";

    private StandardFiles() {}

    /**
     * Reads a JSON file of the standard.
     *
     * @param name the name below the standard's folder, for example {@code lifecycle.json}
     * @throws IllegalArgumentException when there is no such file, or it is not JSON
     */
    public static JsonTree.ObjectNode json(String name) {
        try (InputStream file = open(name)) {
            return JsonInput.resource(file)
                    .asObject()
                    .orElseThrow(() -> new IllegalArgumentException(name + " holds no object"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Reads a file of the standard as it is.
     *
     * @throws IllegalArgumentException when there is no such file
     */
    public static byte[] octets(String name) {
        try (InputStream file = open(name)) {
            return file.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static InputStream open(String name) {
        InputStream file = RyggradException.class.getResourceAsStream(FOLDER + name);
        if (file == null) {
            throw new IllegalArgumentException("the standard has no file " + name);
        }
        return file;
    }
}
