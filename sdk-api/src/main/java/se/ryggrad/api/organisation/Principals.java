package se.ryggrad.api.organisation;

import java.util.List;
import java.util.Optional;

/**
 * Knows the principals that a system serves. You plug it in.
 *
 * <p>Thread-safe, and quick: it is asked at each request. Each principal has an id and a base URL of its own, below which nothing of
 * another is found (ID-030), and each authority of a principal is there once.
 */
public interface Principals {

    /** Returns all principals, in a stable order. */
    List<Principal> all();

    /** Returns the principal of {@link #all()} with {@code id}, or nothing: then there is no such path (CORE-008). */
    Optional<Principal> find(PrincipalId id);
}
