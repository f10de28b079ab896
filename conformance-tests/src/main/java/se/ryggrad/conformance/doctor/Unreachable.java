package se.ryggrad.conformance.doctor;

import java.net.URI;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import se.ryggrad.conformance.http.Blame;

/** Tells why no answer came from a system: nobody is there, its certificate is not trusted, or TLS fails otherwise. */
final class Unreachable {

    private Unreachable() {}

    static Obstacle because(URI base, Throwable fault) {
        Optional<Throwable> secure = cause(fault, SSLException.class);
        boolean untrusted = cause(fault, CertPathBuilderException.class)
                .or(() -> cause(fault, CertPathValidatorException.class))
                .isPresent();
        Obstacle obstacle = secure.map(tls -> untrusted
                        ? Obstacle.of("trouble.certificate", Blame.CONFIGURATION, base)
                        : Obstacle.of("trouble.tls", Blame.NETWORK, base, tls.getMessage()))
                .orElseGet(() -> Obstacle.of("trouble.no-server", Blame.NETWORK, base));
        return (Obstacle) obstacle.initCause(fault);
    }

    private static Optional<Throwable> cause(Throwable fault, Class<? extends Throwable> type) {
        return Stream.iterate(fault, t -> t != null, Throwable::getCause)
                .filter(type::isInstance)
                .findFirst();
    }
}
