package se.ryggrad.server.it;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signs tokens with the key that the server left in its data folder. */
public final class TestTokens {
    private static final String LOA2 = "http://id.elegnamnden.se/loa/1.0/loa2";
    private static final String LOA3 = "http://id.elegnamnden.se/loa/1.0/loa3";
    private static final long LIFE_SECONDS = 3600;
    private static final long EXCHANGED_LIFE_SECONDS = 60;
    private static final String NUMBER = "https://id.oidc.se/claim/personalIdentityNumber";

    private final String issuer;
    private final ECKey key;

    private TestTokens(String issuer, ECKey key) {
        this.issuer = issuer;
        this.key = key;
    }

    /** Reads {@code test-issuer.json}. */
    public static TestTokens from(Path dataDirectory) {
        try {
            Map<String, Object> file =
                    JSONObjectUtils.parse(Files.readString(dataDirectory.resolve("test-issuer.json")));
            return new TestTokens(
                    JSONObjectUtils.getString(file, "issuer"), ECKey.parse(JSONObjectUtils.getJSONObject(file, "jwk")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (ParseException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    /** Returns the token of the person with {@code personnummer} for the system at {@code audience}. */
    public String person(String audience, String personnummer) {
        return person(audience, personnummer, "Alva Testsson");
    }

    /** Returns the token of the person with {@code personnummer}, whom the issuer calls {@code name}. */
    String person(String audience, String personnummer, String name) {
        return sign(personal(audience, personnummer).claim("name", name).build());
    }

    /** Returns the token that a portal has exchanged the one of the person with {@code personnummer} for. */
    String portal(String audience, String personnummer) {
        return sign(personal(audience, personnummer)
                .expirationTime(Date.from(Instant.now().plusSeconds(EXCHANGED_LIFE_SECONDS)))
                .claim("act", Map.of("sub", "portal"))
                .claim("scope", "overview:read")
                .build());
    }

    private JWTClaimsSet.Builder personal(String audience, String personnummer) {
        return claims(audience, personnummer).claim("acr", LOA3).claim(NUMBER, personnummer);
    }

    /** Returns the token of an officer of {@code organisation} who is in {@code groups}. */
    public String officer(String audience, String organisation, String... groups) {
        return officer(audience, "karin", organisation, Optional.empty(), groups);
    }

    /** Returns the token of an officer at level 2, which is too low. */
    String lowOfficer(String audience, String organisation, String... groups) {
        return sign(officer(audience, "karin", organisation, groups, LOA2).build());
    }

    private JWTClaimsSet.Builder officer(
            String audience, String subject, String organisation, String[] groups, String level) {
        return claims(audience, subject)
                .claim("acr", level)
                .claim("name", "Karin Provsson")
                .claim("https://id.oidc.se/claim/orgAffiliation", subject + "@" + organisation)
                .claim("groups", List.of(groups));
    }

    /** Returns the token of the officer {@code subject}, with their {@code personnummer} where it is to be told. */
    String officer(
            String audience, String subject, String organisation, Optional<String> personnummer, String... groups) {
        JWTClaimsSet.Builder claims = officer(audience, subject, organisation, groups, LOA3);
        personnummer.ifPresent(number -> claims.claim(NUMBER, number));
        return sign(claims.build());
    }

    /** Returns the token of the system that reaches every authority. */
    public String system(String audience, List<String> scopes) {
        return system(audience, "suite-system", scopes);
    }

    /** Returns the token of the system {@code client}. */
    String system(String audience, String client, List<String> scopes) {
        return sign(claims(audience, client)
                .claim("client_id", client)
                .claim("scope", String.join(" ", scopes))
                .build());
    }

    private JWTClaimsSet.Builder claims(String audience, String subject) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(LIFE_SECONDS)));
    }

    private String sign(JWTClaimsSet claims) {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(new JOSEObjectType("at+jwt"))
                    .keyID(key.getKeyID())
                    .build();
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
