package se.ryggrad.conformance.wire;

import java.util.List;
import java.util.Optional;

/**
 * An answer as it was received.
 *
 * @param status the status code
 * @param headers the header lines, duplicates included
 * @param body the body, perhaps empty
 */
public record Received(int status, List<Header> headers, Octets body) {

    /** Copies the header lines. */
    public Received {
        headers = List.copyOf(headers);
    }

    /** Returns the values of a field, one for each line that carries it. */
    public List<String> values(String field) {
        return headers.stream().filter(h -> h.is(field)).map(Header::value).toList();
    }

    /** Returns the first value of a field. */
    public Optional<String> value(String field) {
        return values(field).stream().findFirst();
    }
}
