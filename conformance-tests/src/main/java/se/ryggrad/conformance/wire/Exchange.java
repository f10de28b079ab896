package se.ryggrad.conformance.wire;

import java.time.Duration;

/**
 * A request and its answer.
 *
 * @param request what was sent
 * @param response what came back
 * @param took the time from the first octet out to the last octet in
 */
public record Exchange(Sent request, Received response, Duration took) {}
