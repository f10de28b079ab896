package se.ryggrad.core.cases.walk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.cases.People;

/** Holds the actors of the walk: every kind that the table names, and some that it refuses. */
final class Cast {

    static final String SUBJECT = "200002299824";
    static final String STRANGER = "201512319839";
    static final Map<String, Caller> ACTORS = actors();
    static final List<String> NAMES = List.copyOf(ACTORS.keySet());

    private Cast() {}

    /** Returns the actor with {@code name}. */
    static Caller actor(String name) {
        return Objects.requireNonNull(ACTORS.get(name), name);
    }

    private static Map<String, Caller> actors() {
        Map<String, Caller> cast = new LinkedHashMap<>();
        cast.put("applicant", People.person(People.ANNA));
        cast.put("second applicant", People.person(People.BERTIL));
        cast.put("subject", People.person(SUBJECT));
        cast.put("stranger", People.person(STRANGER));
        cast.put("officer", People.handler("Karin"));
        cast.put("other officer", People.handler("Ola"));
        cast.put("registrar", People.registrar());
        cast.put(
                "registering officer",
                People.officer(
                        "Rolf", "registrar@conformance-a", "case-officer@conformance-a", "unit:unit-a@conformance-a"));
        cast.put(
                "officer of another unit",
                People.officer("Eva", "case-officer@conformance-a", "unit:unit-a2@conformance-a"));
        cast.put(
                "officer who is the applicant",
                People.officer(
                        "Anna",
                        Optional.of(People.identity(People.ANNA)),
                        "case-officer@conformance-a",
                        "unit:unit-a@conformance-a"));
        cast.put("archivist", People.archivist());
        cast.put("contact centre", People.officer("Kim", "contact-centre@conformance-a"));
        cast.put("system", People.system("cases:read", "cases:register"));
        cast.put("reading system", People.system("cases:read"));
        return cast;
    }
}
