package se.ryggrad.conformance.check;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ryggrad.conformance.http.Sentinel;
import se.ryggrad.conformance.people.CanarySearch;
import se.ryggrad.conformance.people.TestNumbers;
import se.ryggrad.conformance.wire.Exchange;
import se.ryggrad.conformance.wire.Header;

/** What a run has seen of the system as a whole. Safe for many threads. */
public final class Observations implements Sentinel {

    private final TestNumbers numbers;
    private final Optional<Supplier<String>> log;
    private final ConcurrentLinkedQueue<Exchange> exchanges = new ConcurrentLinkedQueue<>();

    Observations(TestNumbers numbers, Optional<Supplier<String>> log) {
        this.numbers = numbers;
        this.log = log;
    }

    @Override
    public void see(Exchange exchange) {
        exchanges.add(exchange);
    }

    /** Returns every exchange so far, whichever check made it. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** Returns a search for every identity number that the run has used. */
    public CanarySearch canaries() {
        return new CanarySearch(numbers.given());
    }

    /** Returns the system's log so far, if the run can read it. */
    public Optional<String> log() {
        return log.map(Supplier::get);
    }

    /**
     * Returns the parts of an answer where no identity number may ever stand: its headers, and its body when it is a
     * problem or the feed.
     */
    public static String publicParts(Exchange exchange) {
        Stream<String> headers = exchange.response().headers().stream().map(Header::value);
        String url = exchange.request().url();
        boolean feed = url.matches("[^?]*/events([?].*)?") && !url.contains("/cases/");
        boolean open = feed || exchange.response().status() >= 400;
        Stream<String> body = open ? Stream.of(exchange.response().body().text()) : Stream.empty();
        return Stream.concat(headers, body).collect(Collectors.joining("\n"));
    }
}
