package se.ryggrad.conformance.wire;

import java.io.IOException;

/** Carries a request to a server. */
public interface Transport {

    /**
     * Sends the request and reads the whole answer.
     *
     * @throws IOException if no answer came that could be read
     */
    Received send(Sent request) throws IOException;
}
