package se.ryggrad.core.messaging;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.Representation;
import se.ryggrad.api.identity.RepresentationRight;
import se.ryggrad.api.messaging.Inbox;
import se.ryggrad.api.messaging.model.Letter;
import se.ryggrad.api.messaging.model.MessageId;
import se.ryggrad.api.messaging.store.MessageStore;
import se.ryggrad.core.cases.turn.Refusals;

/** Shows letters to those to whom they are written, or who receive for them (MSG-028 to MSG-032). Thread-safe. */
final class InboxDesk implements Inbox {

    private final MessageStore store;
    private final Readers readers;

    InboxDesk(MessageStore store, AssuranceLevel least) {
        this.store = store;
        this.readers = new Readers(least);
    }

    @Override
    public Page<Letter> letters(Caller caller, PageRequest page) {
        Actor.Person person = Readers.person(caller);
        readers.requireLevel(caller);
        return store.letters(caller.principal(), reader(caller, person), page);
    }

    @Override
    public Letter letter(Caller caller, MessageId id) {
        return there(caller, id, reader(caller));
    }

    @Override
    public Letter mark(Caller caller, MessageId id, BooleanSupplier read) {
        Identity reader = reader(caller);
        there(caller, id, reader);
        return store.mark(caller.principal(), reader, id, read.getAsBoolean()).orElseThrow(Refusals::notFound);
    }

    /** Returns a letter to {@code reader}: first whether there is one, then the level. */
    private Letter there(Caller caller, MessageId id, Identity reader) {
        Letter letter = store.letter(caller.principal(), reader, id).orElseThrow(Refusals::notFound);
        readers.requireLevel(caller);
        return letter;
    }

    /** Returns whose inbox is asked for; whoever may not receive for them is refused before anything is looked for. */
    private Identity reader(Caller caller) {
        Actor.Person person = Readers.person(caller);
        if (caller.representation().isPresent()) {
            readers.requireLevel(caller);
        }
        return reader(caller, person);
    }

    private static Identity reader(Caller caller, Actor.Person person) {
        Optional<Representation> by = caller.representation();
        if (by.filter(each -> !each.may(RepresentationRight.RECEIVE)).isPresent()) {
            throw Refusals.of(ProblemType.FORBIDDEN, "problem.forbidden");
        }
        return by.map(Representation::represented).orElseGet(person::identity);
    }
}
