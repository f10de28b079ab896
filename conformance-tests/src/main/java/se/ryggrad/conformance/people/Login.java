package se.ryggrad.conformance.people;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import se.ryggrad.conformance.http.Credential;
import se.ryggrad.conformance.issuer.Issuer;
import se.ryggrad.conformance.issuer.TokenBuilder;
import se.ryggrad.conformance.issuer.TokenEndpoint;
import se.ryggrad.conformance.json.Json;

/** A login: a token, signed when first needed and then kept. Safe for many threads. */
public final class Login implements Credential {

    private static final Duration EXCHANGED = Duration.ofMinutes(4);

    private final TokenBuilder template;
    private final AtomicReference<@Nullable String> signed = new AtomicReference<>();

    Login(TokenBuilder template) {
        this.template = template.copy();
    }

    @Override
    public String bearer() {
        String known = signed.get();
        if (known == null) {
            known = template.copy().compact();
            signed.set(known);
        }
        return known;
    }

    /** Returns a builder of this login's token, to make another of. */
    public TokenBuilder token() {
        return template.copy();
    }

    /** Returns the same login with another issuer. */
    Login by(Issuer issuer) {
        return new Login(token().issuer(issuer));
    }

    /** Returns the same login under another name. */
    Login named(String name) {
        return new Login(token().claim("name", name));
    }

    /**
     * Returns the login as a portal shows it: exchanged (RFC 8693) for a token that is good for the overview, for a few
     * minutes, under a subject of its own.
     */
    Login exchanged() {
        return new Login(token().claim("sub", UUID.randomUUID().toString())
                .claim("act", Json.object("sub", TokenEndpoint.CLIENT))
                .claim("scope", "overview:read")
                .lasting(EXCHANGED));
    }

    /** Returns the same login at another level of assurance. */
    public Login at(String level) {
        return new Login(token().claim("acr", level));
    }
}
