package se.ryggrad.api.organisation;

import java.util.List;
import java.util.Optional;

/** Knows the principals that a system serves. You plug it in. */
public interface Principals {

    /** Returns all principals, in a stable order. */
    List<Principal> all();

    /** Returns the principal with {@code id}, or nothing. */
    Optional<Principal> find(PrincipalId id);
}
