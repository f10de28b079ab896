package se.ryggrad.core.minasidor.portal;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.RepresentationRight;
import se.ryggrad.core.http.BoundedCalls;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.JsonOutput;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.registry.RepresentationSearch;
import se.ryggrad.core.minasidor.register.RegisteredSource;

/**
 * Puts questions to a source, with the token that was exchanged for it and no other (MINA-026, MINA-031).
 *
 * @param source the source
 * @param token the token
 * @param traceparent the trace of the overview
 */
record SourceRequests(RegisteredSource source, ExchangedToken token, String traceparent) {

    private static final String JSON = "application/json";

    /** Asks what the source holds for the person, or for whoever the representation there is for. */
    HttpRequest items(int limit, Optional<UUID> representation) {
        HttpRequest.Builder request = to("/overview-items?limit=" + limit).GET();
        representation.ifPresent(id -> request.header("On-Behalf-Of", id.toString()));
        return request.build();
    }

    /** Asks by which representation the person acts for {@code represented} there; who that is stands in the body alone. */
    HttpRequest search(Identity represented) {
        byte[] question = JsonOutput.bytes(RepresentationSearch.question(represented));
        return to("/me/representations/searches")
                .header("Content-Type", JSON)
                .POST(HttpRequest.BodyPublishers.ofByteArray(question))
                .build();
    }

    private HttpRequest.Builder to(String below) {
        return HttpRequest.newBuilder(URI.create(source.url() + below))
                .header("Authorization", "Bearer " + token.value())
                .header("Accept", JSON)
                .header("traceparent", traceparent);
    }

    /**
     * Returns the first representation in the answer to a search that lets the person read.
     *
     * @throws UnansweredException {@code DENIED} when there is none, else as {@link AnswerReader#json} says
     */
    static UUID found(BoundedCalls.Answered answer) {
        JsonTree list =
                AnswerReader.json(answer).member("items").orElseThrow(() -> new UnansweredException(Reason.FAILED));
        return list.asArray().orElseThrow(() -> new UnansweredException(Reason.FAILED)).stream()
                .map(item -> item.asObject().orElseThrow(() -> new UnansweredException(Reason.FAILED)))
                .filter(item -> item.texts("rights").contains(RepresentationRight.READ.code()))
                .findFirst()
                .map(item -> item.text("id")
                        .flatMap(Formats::uuid)
                        .orElseThrow(() -> new UnansweredException(Reason.FAILED)))
                .orElseThrow(() -> new UnansweredException(Reason.DENIED));
    }
}
