package se.ryggrad.core.messaging;

import java.util.function.Supplier;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.messaging.Contacts;
import se.ryggrad.api.messaging.model.Contact;
import se.ryggrad.api.messaging.store.MessageStore;
import se.ryggrad.core.cases.turn.Refusals;

/** Holds how people want to be told: nobody says it for somebody else (MSG-033). Thread-safe. */
final class ContactDesk implements Contacts {

    private final MessageStore store;
    private final Readers readers;

    ContactDesk(MessageStore store, AssuranceLevel least) {
        this.store = store;
        this.readers = new Readers(least);
    }

    @Override
    public Contact contact(Caller caller) {
        return store.contact(caller.principal(), self(caller)).orElse(Contact.NONE);
    }

    @Override
    public Contact put(Caller caller, Supplier<Contact> body) {
        Identity person = self(caller);
        Contact contact = body.get();
        store.put(caller.principal(), person, contact);
        return contact;
    }

    private Identity self(Caller caller) {
        Actor.Person person = Readers.person(caller);
        readers.requireLevel(caller);
        if (caller.representation().isPresent()) {
            throw Refusals.of(ProblemType.FORBIDDEN, "problem.forbidden");
        }
        return person.identity();
    }
}
