package se.ryggrad.core.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.registry.RegisteredRepresentation;
import se.ryggrad.api.registry.RegistryInquiry;
import se.ryggrad.api.registry.RepresentationRegistry;
import se.ryggrad.core.http.BoundedCalls;
import se.ryggrad.core.json.JsonOutput;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.registry.RegistryReader;
import se.ryggrad.core.text.Wording;

/**
 * Asks a registry over HTTP by the contract of the standard (ID-051, ID-054).
 *
 * <p>The identity number stands in the body alone. Whatever is not an answer after the contract, whole and in time, is
 * no answer. At most 32 calls run at a time: a slow registry does not take all threads. Thread-safe.
 */
public final class HttpRegistry implements RepresentationRegistry {

    private static final System.Logger LOG = System.getLogger(HttpRegistry.class.getName());
    private static final int MOST_CALLS = 32;
    private static final String JSON = "application/json";
    private static final Pattern JSON_IN_UTF8 = Pattern.compile("application/json( *; *charset *= *\"?utf-8\"?)?");

    private final RegistryAddress address;
    private final URI searches;
    private final BoundedCalls calls;
    private final Semaphore places = new Semaphore(MOST_CALLS);

    /** Creates a registry that answers at {@code address}. */
    public HttpRegistry(RegistryAddress address) {
        this.address = address;
        this.searches = URI.create(address.url() + "/representations/searches");
        this.calls = new BoundedCalls(address.timeout(), RegistryReader.MOST_BYTES);
    }

    @Override
    public String name() {
        return address.name();
    }

    @Override
    public boolean knows(String issuer) {
        return address.issuers().contains(issuer);
    }

    @Override
    public List<RegisteredRepresentation> search(RegistryInquiry inquiry) {
        if (!places.tryAcquire()) {
            throw silent("is asked by too many at once");
        }
        try {
            return read(calls.send(request(inquiry)));
        } catch (IOException broken) {
            throw silent("does not answer whole and in time");
        } finally {
            places.release();
        }
    }

    private HttpRequest request(RegistryInquiry inquiry) {
        HttpRequest.Builder request = HttpRequest.newBuilder(searches)
                .header("Content-Type", JSON)
                .header("Accept", JSON)
                .header("traceparent", inquiry.traceparent())
                .POST(HttpRequest.BodyPublishers.ofByteArray(question(inquiry.representative())));
        address.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return request.build();
    }

    private static byte[] question(Identity representative) {
        JsonTree who = JsonTree.object()
                .put("scheme", representative.scheme().code())
                .put("value", representative.value())
                .build();
        return JsonOutput.bytes(JsonTree.object().put("representative", who).build());
    }

    private List<RegisteredRepresentation> read(BoundedCalls.Answered answer) {
        if (answer.status() != 200) {
            throw silent("answers with " + answer.status());
        }
        if (!announcesJson(answer.headers())) {
            throw silent("answers with another media type");
        }
        return RegistryReader.read(answer.body()).orElseThrow(() -> silent("answers with another content"));
    }

    private static boolean announcesJson(HttpHeaders headers) {
        Optional<String> type = headers.firstValue("Content-Type");
        return headers.firstValue("Content-Encoding").isEmpty()
                && type.map(text -> text.strip().toLowerCase(Locale.ROOT))
                        .filter(text -> JSON_IN_UTF8.matcher(text).matches())
                        .isPresent();
    }

    private RyggradException silent(String how) {
        LOG.log(System.Logger.Level.WARNING, "registry {0} {1}", address.name(), how);
        return RyggradException.of(ProblemType.UNAVAILABLE, Wording.text("problem.registry"));
    }
}
