package se.ryggrad.core.json;

/**
 * Bounds what is read ({@code /capabilities}, {@code limits}).
 *
 * @param bytes the most octets of a body
 * @param depth the most levels of nesting; a scalar alone has depth 0
 */
public record JsonLimits(int bytes, int depth) {

    /** 1 MiB and 32 levels. */
    public static final JsonLimits DEFAULT = new JsonLimits(1_048_576, 32);

    /** Rejects limits that let nothing in. */
    public JsonLimits {
        if (bytes < 2 || depth < 1) {
            throw new IllegalArgumentException("limits of at least 2 bytes and depth 1");
        }
    }
}
