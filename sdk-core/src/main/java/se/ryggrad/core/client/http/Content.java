package se.ryggrad.core.client.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import se.ryggrad.core.digest.Sha256;
import se.ryggrad.core.http.ContentDigest;
import se.ryggrad.core.json.JsonOutput;
import se.ryggrad.core.json.JsonTree;

/**
 * Is what is sent, as often as it takes. {@link #toString()} never shows it.
 *
 * @param mediaType its media type
 * @param octets gives it
 * @param digest its {@code Content-Digest}, where the operation asks for one
 */
public record Content(String mediaType, HttpRequest.BodyPublisher octets, Optional<String> digest) {

    /** Returns {@code json} as it is sent. */
    static Content of(JsonTree json) {
        return new Content(
                "application/json", HttpRequest.BodyPublishers.ofByteArray(JsonOutput.bytes(json)), Optional.empty());
    }

    /**
     * Returns what is in {@code file}, which must not change until it is sent.
     *
     * @throws IOException when it cannot be read
     */
    public static Content of(String mediaType, Path file) throws IOException {
        try (InputStream octets = Files.newInputStream(file)) {
            return new Content(
                    mediaType,
                    HttpRequest.BodyPublishers.ofFile(file),
                    Optional.of(ContentDigest.of(Sha256.hex(octets))));
        }
    }

    @Override
    public String toString() {
        return "Content[" + mediaType + "]";
    }
}
