package se.ryggrad.core.cases.access;

import java.util.List;
import java.util.Optional;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.Request;

/**
 * Leaves of a case what a contact centre sees: how far it has got and what is waited for, but not what is in it (ID-072;
 * GDPR article 5.1 c).
 */
final class LimitedSight {

    /** Stands for a form that is not shown. */
    static final JsonText NOT_SHOWN = new JsonText("{}");

    private LimitedSight() {}

    /** Returns {@code whole} without what is in it; the identities of the parties are left out where it is written. */
    static Case of(Case whole) {
        return new Case(
                whole.id(),
                whole.head(),
                whole.parties(),
                NOT_SHOWN,
                whole.deficiencies(),
                whole.approval(),
                List.of(),
                whole.requests().stream()
                        .filter(request -> includes(request.audience()))
                        .map(Request::outlined)
                        .toList(),
                List.of(),
                List.of(),
                whole.deadlines(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                whole.disposed());
    }

    /** Returns whether what has {@code audience} is seen. */
    static boolean includes(Audience audience) {
        return audience.to() == Audience.To.ALL_PARTIES;
    }
}
