package se.ryggrad.api.messaging;

import java.util.function.Supplier;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.messaging.model.Contact;

/**
 * Holds how people want to be told that there is something to read: their own word, shown to nobody else (MSG-033).
 *
 * <p>Thread-safe. Every method throws {@link se.ryggrad.api.RyggradException}: {@code forbidden} for officers, systems and
 * whoever acts for somebody else, {@code insufficient-assurance} for a lower level than the system's least.
 */
public interface Contacts {

    /** Returns what the person has said; {@link Contact#NONE} before that. */
    Contact contact(Caller caller);

    /**
     * Replaces what the person has said.
     *
     * @param body gives what shall hold, or throws {@code validation}
     */
    Contact put(Caller caller, Supplier<Contact> body);
}
