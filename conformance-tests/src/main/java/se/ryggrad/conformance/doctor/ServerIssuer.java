package se.ryggrad.conformance.doctor;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import se.ryggrad.conformance.http.Blame;
import se.ryggrad.conformance.http.Http;
import se.ryggrad.conformance.issuer.PrivateJwk;
import se.ryggrad.conformance.issuer.SigningKey;
import se.ryggrad.conformance.issuer.TokenBuilder;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.json.JsonFault;
import se.ryggrad.conformance.people.Assurance;
import se.ryggrad.conformance.people.IdentityNumber;
import se.ryggrad.conformance.people.People;
import se.ryggrad.conformance.target.Target;
import se.ryggrad.conformance.wire.Octets;
import se.ryggrad.conformance.wire.Sent;
import tools.jackson.databind.JsonNode;

/**
 * The issuer that a server in a test environment made at its start, for trying it by hand.
 *
 * <p>Its file holds {@code {"issuer": "…", "jwk": {…}}}, the key a private JWK of the curve P-256. The people are the
 * same at each call, so that the citizen who applied can come back and read.
 */
public final class ServerIssuer {

    private static final IdentityNumber CITIZEN = IdentityNumber.completed("19900101" + "980");

    private final String url;
    private final SigningKey key;
    private final Target target;

    private ServerIssuer(String url, SigningKey key, Target target) {
        this.url = url;
        this.key = key;
        this.target = target;
    }

    /**
     * Reads the file and asks the server who it is.
     *
     * @throws Obstacle if either cannot be done
     */
    public static ServerIssuer read(Path file, URI base) {
        try {
            JsonNode root = Json.read(Files.readAllBytes(file));
            JsonNode jwk = root.has("jwk") ? root.path("jwk") : root.at("/keys/0");
            return new ServerIssuer(root.path("issuer").asString(""), PrivateJwk.read(jwk), target(base));
        } catch (IOException | JsonFault | IllegalArgumentException fault) {
            throw (Obstacle) Obstacle.of("trouble.test-issuer", Blame.CONFIGURATION, file)
                    .initCause(fault);
        }
    }

    /** Begins the token of the person who is meant when nobody is named, at level 3. */
    public TokenBuilder person() {
        return person(CITIZEN);
    }

    /** Begins the token of a person at level 3. */
    public TokenBuilder person(IdentityNumber number) {
        String name = number.equals(CITIZEN) ? "Alva Testsson" : "Kim Testsson";
        return token("test-person").claim("name", name).claim(People.PERSONNUMMER, number.digits());
    }

    /** Begins the token of an officer in the given groups. */
    public TokenBuilder officer(List<String> groups) {
        String subject = "test-" + groups.get(0).substring(0, groups.get(0).indexOf('@'));
        return token(subject)
                .claim("name", "Karin Ek")
                .claim(People.AFFILIATION, subject + "@" + target.organisationNumber())
                .claim("groups", Json.array(groups.toArray()));
    }

    /** Begins the token of a system with the given scopes, or with those for reading and opening cases. */
    public TokenBuilder system(List<String> scopes) {
        List<String> chosen = scopes.isEmpty()
                ? Stream.of("cases:open", "cases:register", "cases:read", "events:read")
                        .toList()
                : scopes;
        return token("suite-system")
                .without("acr")
                .claim("client_id", "suite-system")
                .claim("scope", String.join(" ", chosen));
    }

    private TokenBuilder token(String subject) {
        return TokenBuilder.issuedBy(url, key, target.audience(), subject).claim("acr", Assurance.LOA3.uri());
    }

    private static Target target(URI base) {
        Sent question = new Sent("GET", base + "/capabilities", List.of(), Octets.none());
        try {
            Octets body = Http.Lines.open(Duration.ofSeconds(10))
                    .client()
                    .send(question)
                    .body();
            return new Target(base, Json.read(body.bytes()));
        } catch (IOException | JsonFault fault) {
            throw Unreachable.because(base, fault);
        }
    }
}
