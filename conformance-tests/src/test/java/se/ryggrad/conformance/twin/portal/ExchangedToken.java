package se.ryggrad.conformance.twin.portal;

import java.util.Base64;
import java.util.List;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.TwinSettings.Source;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.JsonNode;

/**
 * A token that an issuer gave in exchange for a person's.
 *
 * @param compact the token
 * @param claims its claims; empty if it is no JWT
 */
record ExchangedToken(String compact, JsonNode claims) {

    private static final int LONGEST = 300;

    static ExchangedToken read(String compact) {
        String[] parts = compact.split("\\.", -1);
        try {
            var claims = parts.length == 3 ? Json.parse(Base64.getUrlDecoder().decode(parts[1])) : Json.object();
            return new ExchangedToken(compact, claims);
        } catch (Fail | IllegalArgumentException e) {
            return new ExchangedToken(compact, Json.object());
        }
    }

    /** Returns the subject, which every item must be for. */
    String subject() {
        return claims.path("sub").asString("");
    }

    /** Ends with a fault unless the token is good at the source and nowhere else. */
    void expectGood(Asking asking, Source source, TwinSettings settings) throws SourceFault {
        boolean jwt = !claims.isEmpty();
        boolean personal = compact.equals(asking.token());
        boolean loose = (!jwt && settings.breaks(Fault.MINA_027_B)) || (personal && settings.breaks(Fault.MINA_027_C));
        if (!loose && (!jwt || personal || !isBound(asking, source, settings))) {
            throw settings.breaks(Fault.MINA_027_J) ? SourceFault.of(State.DENIED) : SourceFault.distrusted();
        }
    }

    private boolean isBound(Asking asking, Source source, TwinSettings settings) {
        boolean named = !subject().isEmpty() || settings.breaks(Fault.MINA_027_D);
        var actor = claims.path("act");
        boolean used = !actor.path("sub").asString("").isEmpty()
                || settings.breaks(Fault.MINA_027_E)
                || (actor.isObject() && settings.breaks(Fault.MINA_027_K));
        String scope = claims.path("scope").asString("");
        boolean scoped = scope.equals("overview:read")
                || settings.breaks(Fault.MINA_027_F)
                || (List.of(scope.split(" ", -1)).contains("overview:read") && settings.breaks(Fault.MINA_027_L));
        boolean level =
                claims.path("acr").asString("").equals(asking.caller().acr()) || settings.breaks(Fault.MINA_027_G);
        long lifetime =
                claims.path("exp").asLong(Long.MAX_VALUE) - claims.path("iat").asLong(0);
        boolean brief = lifetime <= LONGEST || settings.breaks(Fault.MINA_027_H);
        return isFor(source, settings) && named && used && scoped && level && brief;
    }

    private boolean isFor(Source source, TwinSettings settings) {
        var audience = claims.path("aud");
        var all = audience.isArray()
                ? audience.valueStream().map(a -> a.asString("")).toList()
                : List.of(audience.asString(""));
        return all.equals(List.of(source.url()))
                || settings.breaks(Fault.MINA_027_A)
                || (all.contains(source.url()) && settings.breaks(Fault.MINA_027_I));
    }

    @Override
    public String toString() {
        return "[exchanged token]";
    }
}
