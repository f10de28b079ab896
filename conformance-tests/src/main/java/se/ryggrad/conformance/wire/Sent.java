package se.ryggrad.conformance.wire;

import java.util.List;

/**
 * A request as it was sent.
 *
 * @param method the method
 * @param url the absolute address, not checked: a check may send what no library would
 * @param headers the header lines in order, duplicates included
 * @param body the body, perhaps empty
 */
public record Sent(String method, String url, List<Header> headers, Octets body) {

    /** Copies the header lines. */
    public Sent {
        headers = List.copyOf(headers);
    }
}
