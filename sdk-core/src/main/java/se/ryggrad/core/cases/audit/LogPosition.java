package se.ryggrad.core.cases.audit;

import java.util.Optional;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.json.Positions;

/**
 * Is a place in the access log of one authority, which no other log takes for its own.
 *
 * @param principal whose system
 * @param authority whose log
 * @param sequence the place, 0 before the first
 */
record LogPosition(PrincipalId principal, AuthorityId authority, long sequence) {

    /** Returns the position in the same log at {@code place}. */
    LogPosition at(long place) {
        return new LogPosition(principal, authority, place);
    }

    /** Returns the form for readers, who do not count with it. */
    String opaque() {
        return Positions.write(name(), sequence);
    }

    /** Returns the position in the same log that {@code text} is the form of, or nothing. */
    Optional<LogPosition> parse(String text) {
        return Positions.read(name(), text).map(this::at);
    }

    private String name() {
        return "l:" + principal.value() + ':' + authority.value();
    }
}
