package se.ryggrad.api.catalog;

import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import se.ryggrad.api.identity.RepresentationKind;

/**
 * Says by what kinds of representation a service lets somebody act for a party, and how far guardians see.
 *
 * @param kinds the kinds that are allowed
 * @param guardianSight how far a guardian sees
 */
public record RepresentationRule(Set<RepresentationKind> kinds, GuardianSight guardianSight) {

    /** Lets nobody act for anybody. */
    public static final RepresentationRule NOBODY = new RepresentationRule(Set.of(), GuardianSight.Fixed.NONE);

    /** Copies the kinds. */
    public RepresentationRule {
        kinds = Set.copyOf(kinds);
        Objects.requireNonNull(guardianSight, "guardianSight");
    }

    /** Returns whether a representation of {@code kind} of somebody of {@code age} reaches the service's cases. */
    public boolean reaches(RepresentationKind kind, OptionalInt age) {
        return kinds.contains(kind) && (kind != RepresentationKind.GUARDIAN || guardianSight.reaches(age));
    }
}
