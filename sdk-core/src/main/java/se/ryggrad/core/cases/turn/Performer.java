package se.ryggrad.core.cases.turn;

import java.util.Optional;
import se.ryggrad.api.cases.model.ActorRef;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.core.cases.access.Situation;
import se.ryggrad.core.cases.access.Standing;

/**
 * Is who acts, as an event shows it: the opaque reference, and the name for people.
 *
 * @param actor the reference
 * @param name the name; empty when there is none
 */
public record Performer(ActorRef actor, String name) {

    static final Performer AUTOMATIC = new Performer(
            new ActorRef("automatic", Optional.empty(), Optional.empty(), "rule", Optional.empty(), Optional.empty()),
            "");

    /** Returns the same without the name. */
    Performer nameless() {
        return new Performer(actor, "");
    }

    /** Returns whoever meets the case, for the party for whom they record it. */
    public static Performer of(Situation situation, Optional<PartyId> recordedFor) {
        return of(situation.standing(), situation.current(), recordedFor);
    }

    /** Returns whoever stands before {@code subject}, for the party for whom they record something. */
    public static Performer of(Standing standing, Case subject, Optional<PartyId> recordedFor) {
        Actor actor = standing.actor();
        if (actor instanceof Actor.Person person) {
            return new Performer(person(standing, person, recordedFor), person.name());
        }
        if (actor instanceof Actor.Officer officer) {
            ActorRef plain = ref("officer", actor, "office", recordedFor);
            return new Performer(
                    new ActorRef(
                            plain.kind(),
                            plain.id(),
                            Optional.of(subject.head().unit())
                                    .filter(unit ->
                                            officer.handles(subject.head().authority(), unit)),
                            plain.right(),
                            plain.level(),
                            plain.onBehalfOf()),
                    officer.name());
        }
        if (actor instanceof Actor.SystemActor system) {
            return new Performer(ref("system", actor, "scope", recordedFor), system.clientId());
        }
        return new Performer(
                new ActorRef(
                        "anonymous", Optional.empty(), Optional.empty(), "own", Optional.empty(), Optional.empty()),
                "");
    }

    /** Refers to a person: by their own right, or by what lets them act for a party (ID-050). */
    private static ActorRef person(Standing standing, Actor.Person person, Optional<PartyId> recordedFor) {
        return standing.representation()
                .map(by -> ref("person", person, by.kind().code(), actedFor(standing)))
                .orElseGet(() -> ref("person", person, "own", recordedFor));
    }

    private static Optional<PartyId> actedFor(Standing standing) {
        return standing.self().stream().findFirst().map(Party::id);
    }

    private static ActorRef ref(String kind, Actor actor, String right, Optional<PartyId> recordedFor) {
        return new ActorRef(kind, Optional.of(actor.id()), Optional.empty(), right, actor.level(), recordedFor);
    }
}
