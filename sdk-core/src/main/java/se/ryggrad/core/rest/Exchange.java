package se.ryggrad.core.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.ryggrad.api.Language;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.idempotency.IdempotencyKey;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Representation;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.core.identity.VerifiedToken;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.JsonDocument;
import se.ryggrad.core.rest.problem.ProblemTexts;

/**
 * Is a request that has passed the gate: everything that does not depend on a resource was checked.
 *
 * @param principal whose system is asked
 * @param path the path below the base URL, with its leading slash
 * @param variables the variable segments of the path, in order
 * @param query the query parameters, each known and given once
 * @param token what the token says; absent for an anonymous request
 * @param representation by what a person acts for another; absent for somebody who acts for themselves
 * @param language the language negotiated
 * @param trace the trace of the request
 * @param key the idempotency key, where one was given
 * @param body the body, where it is JSON
 */
public record Exchange(
        Principal principal,
        String path,
        List<String> variables,
        Map<String, String> query,
        Optional<VerifiedToken> token,
        Optional<Representation> representation,
        Language language,
        Trace trace,
        Optional<IdempotencyKey> key,
        Optional<Body> body) {

    /** Copies the collections. */
    public Exchange {
        variables = List.copyOf(variables);
        query = Map.copyOf(query);
    }

    /** Returns who asks. */
    public Caller caller() {
        return new Caller(principal.id(), actor(), representation, token.map(VerifiedToken::issuer), trace.parent());
    }

    /** Returns the actor; an anonymous one without a token. */
    public Actor actor() {
        return token.<Actor>map(VerifiedToken::actor).orElseGet(Actor.Anonymous::new);
    }

    /** Returns the page asked for. */
    public PageRequest page() {
        return new PageRequest(
                number("page", 1), number("limit", PageRequest.DEFAULT_LIMIT), "true".equals(query.get("count")));
    }

    /** Returns a whole number among the query parameters. */
    public int number(String name, int otherwise) {
        @Nullable String text = query.get(name);
        return text == null ? otherwise : Integer.parseInt(text);
    }

    /** Returns a query parameter. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /**
     * Returns a variable segment of the path that must be a UUID.
     *
     * @throws se.ryggrad.api.RyggradException {@code not-found} when it is none
     */
    public UUID id(int place) {
        return Formats.uuid(variables.get(place))
                .orElseThrow(() -> ProblemTexts.refusal(ProblemType.NOT_FOUND, "no-resource"));
    }

    /** Returns the JSON body. */
    public JsonDocument json() {
        return body.orElseThrow().json();
    }

    /** Returns the absolute address of {@code below} the base URL. */
    public String address(String below) {
        return principal.baseUrl() + below;
    }

    /**
     * Is a JSON body.
     *
     * @param json the body
     * @param digest SHA-256 of media type and octets, lower-case hex
     */
    public record Body(JsonDocument json, String digest) {}
}
