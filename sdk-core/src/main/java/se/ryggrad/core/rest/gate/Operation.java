package se.ryggrad.core.rest.gate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.core.identity.ActorKind;

/**
 * Says what one operation of the contract asks of a request, whatever the resource.
 *
 * @param method the HTTP method
 * @param path the segments below the base URL; {@code *} stands for any one
 * @param access who may come in
 * @param produces the media type of its success; {@code *}{@code /*} where {@code Accept} is not judged
 * @param takes the kind of body
 * @param query the names of its query parameters
 * @param key whether it needs an idempotency key
 */
record Operation(
        String method, List<String> path, Access access, String produces, Takes takes, Set<String> query, Keyed key) {

    static final String JSON = "application/json";
    static final String ANYTHING = "*/*";

    /** Lists the kinds of body. */
    enum Takes {
        /** None; one that comes is not read. */
        NOTHING,
        /** JSON, read whole. */
        JSON,
        /** Octets of any media type, streamed. */
        OCTETS
    }

    /** Tells whether an idempotency key is needed. */
    enum Keyed {
        /** Not looked at. */
        NONE,
        /** Checked where given. */
        OPTIONAL,
        /** Needed. */
        REQUIRED
    }

    /**
     * Says who may come in.
     *
     * @param tokenNeeded whether an anonymous request is refused
     * @param kinds the kinds of actor that ever may
     * @param scopes the scopes of which a system needs one; empty where systems need none
     * @param represents whether {@code On-Behalf-Of} is looked at
     * @param delegated the scope by which somebody else comes in with a person's token (MINA-006); absent where nobody else
     *     ever may
     */
    record Access(
            boolean tokenNeeded,
            Set<ActorKind> kinds,
            Set<String> scopes,
            boolean represents,
            Optional<String> delegated) {

        /** Creates the access to what nobody else does with a person's token. */
        Access(boolean tokenNeeded, Set<ActorKind> kinds, Set<String> scopes, boolean represents) {
            this(tokenNeeded, kinds, scopes, represents, Optional.empty());
        }
    }

    /** Returns the variable segments of {@code segments}, or nothing when they are of another path. */
    Optional<List<String>> match(List<String> segments) {
        if (segments.size() != path.size()) {
            return Optional.empty();
        }
        List<String> variables = new java.util.ArrayList<>();
        for (int place = 0; place < path.size(); place++) {
            if ("*".equals(path.get(place))) {
                variables.add(segments.get(place));
            } else if (!path.get(place).equals(segments.get(place))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }
}
