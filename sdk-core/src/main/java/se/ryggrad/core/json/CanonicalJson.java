package se.ryggrad.core.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.erdtman.jcs.JsonCanonicalizer;
import se.ryggrad.api.JsonText;

/** Writes the one form of a JSON value that digests are made of (RFC 8785). */
public final class CanonicalJson {

    private CanonicalJson() {}

    /** Returns the canonical form of {@code tree}. */
    public static JsonText of(JsonTree tree) {
        return of(tree.json());
    }

    /** Returns the canonical form of {@code json}, which must be an object or an array. */
    public static JsonText of(JsonText json) {
        try {
            return new JsonText(new JsonCanonicalizer(json.text()).getEncodedString());
        } catch (IOException notJson) {
            throw new UncheckedIOException("a JsonText holds JSON", notJson);
        }
    }

    /** Returns the octets of the canonical form, for a digest. */
    public static byte[] bytes(JsonTree tree) {
        return of(tree).text().getBytes(StandardCharsets.UTF_8);
    }
}
