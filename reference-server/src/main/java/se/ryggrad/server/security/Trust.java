package se.ryggrad.server.security;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.ryggrad.core.identity.TrustedIssuer;
import se.ryggrad.server.settings.RefusedStartException;
import se.ryggrad.server.settings.ServerSettings;

/** Holds whom the server trusts, from its start to its end. */
public class Trust {
    private final List<TrustedIssuer> issuers;
    private final Optional<TestIssuer> testIssuer;

    /** Reads the settings, and makes the test issuer where it may be. */
    public Trust(ServerSettings settings) {
        List<TrustedIssuer> all = new ArrayList<>(new ConfiguredIssuers(settings).all());
        testIssuer = settings.production() || !settings.loopback()
                ? Optional.empty()
                : Optional.of(TestIssuer.at(settings.ownAddress()));
        testIssuer.map(TestIssuer::trusted).ifPresent(all::add);
        issuers = List.copyOf(all);
    }

    /** Returns the trusted issuers. */
    public List<TrustedIssuer> issuers() {
        return issuers;
    }

    /** Returns the issuer that the server made itself, if it did. */
    public Optional<TestIssuer> testIssuer() {
        return testIssuer;
    }

    /** Leaves the test issuer's key in the data folder. */
    public void writeTestKey(ServerSettings settings) {
        try {
            if (testIssuer.isPresent()) {
                testIssuer.get().write(settings.dataDirectory());
            }
        } catch (IOException unwritable) {
            throw new RefusedStartException("ryggrad.data-dir cannot be written.", unwritable);
        }
    }
}
