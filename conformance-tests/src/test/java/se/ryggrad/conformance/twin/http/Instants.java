package se.ryggrad.conformance.twin.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads instants of bodies, in any time zone. */
public final class Instants {

    private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?";

    private Instants() {}

    /** Returns the instant of a member that shall be there. */
    public static Optional<Instant> read(Judge judge, JsonNode owner, String member, String above) {
        var text = judge.text(owner, member, above);
        var instant = text.flatMap(Instants::of);
        if (text.isPresent() && instant.isEmpty()) {
            judge.fault(above + "/" + member, text.get().matches(DATE) ? "offset-missing" : "format");
        }
        return instant;
    }

    private static Optional<Instant> of(String text) {
        try {
            return text.matches(DATE + "(Z|[+-][0-9]{2}:[0-9]{2})")
                    ? Optional.of(OffsetDateTime.parse(text).toInstant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
