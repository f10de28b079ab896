package se.ryggrad.core.identity;

import java.util.Locale;
import se.ryggrad.api.identity.Actor;

/** Lists the kinds of actor that an issuer can vouch for. */
public enum ActorKind {
    /** A private person. */
    PERSON,
    /** An officer of the principal. */
    OFFICER,
    /** A system with client credentials. */
    SYSTEM;

    /**
     * Parses the name in JSON and settings.
     *
     * @throws IllegalArgumentException for another name
     */
    public static ActorKind parse(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /**
     * Returns the kind of {@code actor}.
     *
     * @throws IllegalArgumentException for an anonymous one, whom nobody vouches for
     */
    public static ActorKind of(Actor actor) {
        if (actor instanceof Actor.Person) {
            return PERSON;
        }
        if (actor instanceof Actor.Officer) {
            return OFFICER;
        }
        if (actor instanceof Actor.SystemActor) {
            return SYSTEM;
        }
        throw new IllegalArgumentException("nobody vouches for an anonymous actor");
    }

    /** Returns the name in JSON and settings. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
