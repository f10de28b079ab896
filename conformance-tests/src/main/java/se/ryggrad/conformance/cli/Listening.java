package se.ryggrad.conformance.cli;

import java.io.IOException;
import picocli.CommandLine.Option;
import se.ryggrad.conformance.doctor.Obstacle;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.issuer.Counterparty;

/** The option that says where the suite's counterparties listen. */
final class Listening {

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            converter = HostPort.Converter.class,
            defaultValue = "127.0.0.1:9911",
            description = "Where the suite's identity provider listens (default ${DEFAULT-VALUE}).")
    private HostPort address = new HostPort("127.0.0.1", 9911);

    Counterparty open() {
        try {
            return Counterparty.listen(address.host(), address.port());
        } catch (IOException taken) {
            throw (Obstacle) Obstacle.of("trouble.listen", Blame.CONFIGURATION, address, taken.getMessage())
                    .initCause(taken);
        }
    }

    HostPort address() {
        return address;
    }
}
