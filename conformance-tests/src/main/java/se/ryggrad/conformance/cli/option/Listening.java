package se.ryggrad.conformance.cli.option;

import java.io.IOException;
import java.net.BindException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import se.ryggrad.conformance.doctor.Obstacle;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.issuer.Counterparty;

/**
 * The options that say where the suite's counterparties listen and how the system reaches them.
 *
 * <p>Runs side by side are processes of their own: each takes the first free port from the given one on.
 */
public final class Listening {

    /** How many runs can go side by side. */
    public static final int RUNS = 9;

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            converter = HostPort.Converter.class,
            defaultValue = "127.0.0.1:9911",
            description = "Where the suite's identity provider listens (default ${DEFAULT-VALUE}); while the port is"
                    + " taken, at the next one.")
    private HostPort address = new HostPort("127.0.0.1", 9911);

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            converter = BaseUrl.Converter.class,
            description = "Address by which the system reaches the suite's identity provider, where that is another"
                    + " than --listen, such as http://suite.example.se:9911.")
    private @Nullable BaseUrl publicUrl;

    /** Creates the options with their defaults. */
    public Listening() {}

    /**
     * Starts to listen at the first free port.
     *
     * @param moved hears of the address if it is another than the given one
     * @throws Obstacle if there is none
     */
    public Counterparty open(Consumer<HostPort> moved) {
        IOException last = new BindException();
        for (int step = 0; step < ports(); step++) {
            try {
                Counterparty open = listen(address.plus(step));
                if (step > 0) {
                    moved.accept(address.plus(step));
                }
                return open;
            } catch (IOException taken) {
                last = taken;
            }
        }
        throw (Obstacle) Obstacle.of("trouble.listen", Blame.CONFIGURATION, address, last.getMessage())
                .initCause(last);
    }

    /** Returns where the system finds the counterparties of as many runs as go side by side. */
    public List<String> origins(int runs) {
        return IntStream.range(0, runs)
                .mapToObj(step -> reached().orElse("http://" + address.plus(step)))
                .toList();
    }

    /** Returns the address that was asked for. */
    public HostPort address() {
        return address;
    }

    /** Tells whether the given number of runs can go side by side. */
    public boolean carries(int runs) {
        return runs >= 1 && runs <= ports();
    }

    private Counterparty listen(HostPort at) throws IOException {
        return Counterparty.listen(at.host(), at.port(), reached());
    }

    private int ports() {
        boolean one = address.port() == 0 || publicUrl != null;
        return one ? 1 : Math.min(RUNS, HostPort.LAST - address.port() + 1);
    }

    private Optional<String> reached() {
        return Optional.ofNullable(publicUrl).map(url -> url.uri().toString());
    }
}
