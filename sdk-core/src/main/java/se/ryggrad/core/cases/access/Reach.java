package se.ryggrad.core.cases.access;

import java.time.LocalDate;
import java.util.Optional;
import se.ryggrad.api.catalog.ApprovalRule;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.api.identity.Representation;
import se.ryggrad.api.identity.RepresentationRight;

/** Tells whether a representation reaches the cases of a service, and what it gives there (ID-046 to ID-049, ID-071). */
public final class Reach {

    private Reach() {}

    /** Returns whether a caller with {@code representation} reaches {@code service} today; others always do. */
    public static boolean holds(Optional<Representation> representation, ServiceDefinition service, LocalDate today) {
        return representation.map(each -> holds(each, service, today)).orElse(true);
    }

    /**
     * Returns whether a caller with {@code representation} has {@code right} in the cases of {@code service}; others always
     * do. Somebody who signs together has it where the others are asked (ID-046, ID-047, ID-071).
     */
    public static boolean gives(
            Optional<Representation> representation, RepresentationRight right, ServiceDefinition service) {
        boolean amongOthers = service.approval()
                .filter(rule -> rule.who() == ApprovalRule.Who.JOINT_SIGNATORIES)
                .isPresent();
        return representation
                .map(each -> amongOthers ? each.mayAmongOthers(right) : each.may(right))
                .orElse(true);
    }

    private static boolean holds(Representation representation, ServiceDefinition service, LocalDate today) {
        boolean named = representation
                .services()
                .map(services -> services.contains(service.id().value()))
                .orElse(true);
        return named
                && service.representation()
                        .reaches(
                                representation.kind(),
                                representation.represented().ageOn(today));
    }
}
