package se.ryggrad.api.messaging;

import java.util.function.BooleanSupplier;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.messaging.model.Letter;
import se.ryggrad.api.messaging.model.MessageId;

/**
 * Shows a person the letters to them, or to whom they represent with the right {@code receive} (MSG-028 to MSG-032).
 *
 * <p>Thread-safe. Every method throws {@link se.ryggrad.api.RyggradException}: {@code forbidden} for officers, systems and
 * whoever represents without that right, {@code insufficient-assurance} for a lower level than the system's least, and {@code
 * not-found} for somebody else's letter.
 */
public interface Inbox {

    /** Returns one page of the letters, the latest first, those of one moment by their ids as text. */
    Page<Letter> letters(Caller caller, PageRequest page);

    /** Returns a letter; that changes nothing. */
    Letter letter(Caller caller, MessageId id);

    /**
     * Marks a letter.
     *
     * @param read tells whether it counts as read, or throws {@code validation}
     */
    Letter mark(Caller caller, MessageId id, BooleanSupplier read);
}
