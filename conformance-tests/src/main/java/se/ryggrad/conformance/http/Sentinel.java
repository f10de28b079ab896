package se.ryggrad.conformance.http;

import se.ryggrad.conformance.wire.Exchange;

/** Sees every exchange of a run, whichever check made it. Implementations are safe for many threads. */
@FunctionalInterface
public interface Sentinel {

    /** Looks at one exchange. */
    void see(Exchange exchange);
}
