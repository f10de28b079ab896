package se.ryggrad.api.registry;

import java.util.Objects;
import java.util.Set;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Asks a registry which of some persons are protected.
 *
 * @param principal whose system asks
 * @param persons about whom: one to 100
 * @param issuer who vouched for whoever makes the request: the {@code iss} of the token
 * @param traceparent the W3C trace context of the request, to pass on
 */
public record PersonInquiry(PrincipalId principal, Set<Identity> persons, String issuer, String traceparent) {

    /** The most persons of one inquiry. */
    public static final int MOST_PERSONS = 100;

    /** Copies the persons, and rejects none of them or too many. */
    public PersonInquiry {
        Objects.requireNonNull(principal, "principal");
        persons = Set.copyOf(persons);
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(traceparent, "traceparent");
        if (persons.isEmpty() || persons.size() > MOST_PERSONS) {
            throw new IllegalArgumentException("a registry is asked about 1 to " + MOST_PERSONS + " persons");
        }
    }
}
