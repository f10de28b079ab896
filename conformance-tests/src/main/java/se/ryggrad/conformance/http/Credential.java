package se.ryggrad.conformance.http;

import java.util.Optional;

/** Somebody who can show a token. */
@FunctionalInterface
public interface Credential {

    /** Returns a bearer token that is good now. */
    String bearer();

    /** Returns the id of the representation by which somebody else is acted for, if one is. */
    default Optional<String> onBehalfOf() {
        return Optional.empty();
    }
}
