package se.ryggrad.conformance.issuer;

import java.util.List;
import java.util.Map;
import se.ryggrad.conformance.representation.Lookup;

/**
 * A request to exchange a token (RFC 8693), and what came of it.
 *
 * @param issuer the issuer that was asked
 * @param request the request
 * @param form the parameters in its body
 * @param issued the token that was issued; empty if none was
 */
public record TokenExchange(String issuer, Lookup request, Map<String, List<String>> form, String issued) {

    /** Copies the parameters. */
    public TokenExchange {
        form = Map.copyOf(form);
    }

    /** Returns a parameter, empty if it was not sent; of several, the first. */
    public String parameter(String name) {
        return form.getOrDefault(name, List.of("")).get(0);
    }

    @Override
    public String toString() {
        return "[exchange of a token]";
    }
}
