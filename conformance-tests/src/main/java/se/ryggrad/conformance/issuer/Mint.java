package se.ryggrad.conformance.issuer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.source.Minting;
import se.ryggrad.conformance.source.Shown;

/**
 * Issues tokens in exchange for others, good ones and bad ones.
 *
 * @param issuer who signs
 * @param subject the token that is exchanged
 * @param resource the source that the new token is for
 */
record Mint(Issuer issuer, Shown subject, String resource) {

    private static final Duration GOOD = Duration.ofMinutes(4);
    private static final Duration TOO_LONG = Duration.ofSeconds(301);
    private static final String OTHER = "https://other.example.se";
    private static final String OTHER_LEVEL = "http://id.elegnamnden.se/loa/1.0/loa1";

    /** Issues a token; empty where none is issued. */
    String issue(Minting minting) {
        return switch (minting) {
            case REFUSES, LEADS_AWAY, HANGS -> "";
            case GOOD, FAILS, SPEAKS_OTHERWISE -> good().compact();
            case NO_JWT -> "bm90LWEtand0";
            case PERSONAL -> subject.compact();
            case OTHER_AUDIENCE -> good().claim("aud", List.of(OTHER)).compact();
            case SHARED_AUDIENCE ->
                good().claim("aud", List.of(resource, OTHER)).compact();
            case NO_SUBJECT -> good().without("sub").compact();
            case NO_ACTOR -> good().without("act").compact();
            case NAMELESS_ACTOR -> good().claim("act", Json.object()).compact();
            case OTHER_SCOPE -> good().claim("scope", "cases:read").compact();
            case WIDER_SCOPE ->
                good().claim("scope", "overview:read cases:read").compact();
            case OTHER_LEVEL -> good().claim("acr", OTHER_LEVEL).compact();
            case TOO_LONG -> good().lasting(TOO_LONG).compact();
        };
    }

    /** Begins a token with the identity of the person, under a subject that they have at this source alone. */
    private TokenBuilder good() {
        byte[] pair = (subject.person() + " " + resource).getBytes(StandardCharsets.UTF_8);
        String pairwise = UUID.nameUUIDFromBytes(pair).toString();
        TokenBuilder token = TokenBuilder.issuedBy(issuer, resource, pairwise);
        subject.claims().properties().stream()
                .filter(claim ->
                        !List.of("iss", "sub", "aud", "iat", "exp", "nbf").contains(claim.getKey()))
                .forEach(claim -> token.claim(claim.getKey(), claim.getValue()));
        return token.claim("aud", List.of(resource))
                .claim("act", Json.object("sub", TokenEndpoint.CLIENT))
                .claim("scope", "overview:read")
                .lasting(GOOD);
    }
}
