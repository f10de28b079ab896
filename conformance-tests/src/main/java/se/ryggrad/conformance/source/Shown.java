package se.ryggrad.conformance.source;

import com.sun.net.httpserver.HttpExchange;
import java.util.Base64;
import java.util.Optional;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.json.JsonFault;
import tools.jackson.databind.JsonNode;

/**
 * A token that somebody was shown, read without a judgement.
 *
 * @param compact the token
 * @param claims its claims; an empty object if it is no JWT
 */
public record Shown(String compact, JsonNode claims) {

    /** Reads a token. */
    public static Shown of(String compact) {
        String[] parts = compact.split("\\.", -1);
        try {
            JsonNode claims =
                    parts.length == 3 ? Json.read(Base64.getUrlDecoder().decode(parts[1])) : Json.object();
            return new Shown(compact, claims);
        } catch (JsonFault | IllegalArgumentException unreadable) {
            return new Shown(compact, Json.object());
        }
    }

    static Shown to(HttpExchange exchange) {
        String field = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        return of(field.substring(field.indexOf(' ') + 1).strip());
    }

    /** Returns the identity number or {@code prid} of the person whom it is about; empty if it names none. */
    public String person() {
        return claims.properties().stream()
                .filter(claim -> claim.getKey().matches(".*/(personalIdentityNumber|coordinationNumber|prid)"))
                .map(claim -> claim.getValue().asString(""))
                .findFirst()
                .orElse("");
    }

    /** Returns its {@code sub}. */
    public String subject() {
        return claims.path("sub").asString("");
    }

    @Override
    public String toString() {
        return "[token]";
    }
}
