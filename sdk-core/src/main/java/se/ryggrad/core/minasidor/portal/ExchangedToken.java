package se.ryggrad.core.minasidor.portal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import se.ryggrad.api.minasidor.PresentedToken;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.minasidor.register.RegisteredSource;

/**
 * Is an access token that was exchanged for one source and may be sent to it (MINA-027).
 *
 * <p>The source verifies it; the portal only looks that it would not hand out more than it means to. {@link #toString()} never
 * shows it, nor whom it is for.
 *
 * @param value the token
 * @param subject its {@code sub}
 */
record ExchangedToken(String value, String subject) {

    /** What a token for a portal is good for. */
    static final String SCOPE = "overview:read";

    private static final Pattern JWT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");
    private static final int LONGEST = 16_384;
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(300);

    /**
     * Judges {@code token}, which an issuer gave for {@code source} in exchange for {@code own}.
     *
     * @throws UnansweredException {@code MISTAKEN} when it must not be sent
     */
    static ExchangedToken judged(String token, PresentedToken own, RegisteredSource source) {
        if (token.length() > LONGEST || !JWT.matcher(token).matches() || token.equals(own.value())) {
            throw new UnansweredException(Reason.MISTAKEN);
        }
        String[] parts = token.split("\\.", -1);
        JsonTree.ObjectNode claims = part(parts[1]);
        boolean sound = part(parts[0]).text("alg").isPresent()
                && meantFor(claims, source)
                && claims.object("act")
                        .flatMap(act -> act.text("sub"))
                        .filter(by -> !by.isEmpty())
                        .isPresent()
                && claims.text("scope").equals(Optional.of(SCOPE))
                && claims.member("acr").equals(own.acr().map(JsonTree::of))
                && brief(claims);
        Optional<String> subject = claims.text("sub").filter(sub -> !sub.isEmpty());
        if (!sound || subject.isEmpty()) {
            throw new UnansweredException(Reason.MISTAKEN);
        }
        return new ExchangedToken(token, subject.get());
    }

    private static JsonTree.ObjectNode part(String encoded) {
        try {
            byte[] octets = Base64.getUrlDecoder().decode(encoded.getBytes(StandardCharsets.US_ASCII));
            return AnswerReader.object(octets);
        } catch (IllegalArgumentException | UnansweredException none) {
            throw new UnansweredException(Reason.MISTAKEN);
        }
    }

    /** Returns whether the source, and nobody else, is in {@code aud}: a text, or an array of one. */
    private static boolean meantFor(JsonTree.ObjectNode claims, RegisteredSource source) {
        JsonTree only = JsonTree.of(source.url().toString());
        return claims.member("aud")
                .filter(aud -> aud.equals(only) || aud.equals(JsonTree.array(List.of(only))))
                .isPresent();
    }

    private static boolean brief(JsonTree.ObjectNode claims) {
        Optional<BigDecimal> from = claims.member("iat").flatMap(JsonTree::asNumber);
        Optional<BigDecimal> until = claims.member("exp").flatMap(JsonTree::asNumber);
        return from.isPresent()
                && until.isPresent()
                && until.get().subtract(from.get()).compareTo(MOST_SECONDS) <= 0;
    }

    @Override
    public String toString() {
        return "ExchangedToken[]";
    }
}
