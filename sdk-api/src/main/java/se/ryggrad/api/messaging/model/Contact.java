package se.ryggrad.api.messaging.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Says how somebody wants to be told that there is something to read (MSG-033). {@link #toString()} never shows the addresses.
 *
 * @param email the e-mail address, where one was given
 * @param phone the phone number (E.164), where one was given
 * @param notices how they want notices, in the order given
 */
public record Contact(Optional<String> email, Optional<String> phone, List<AddressKind> notices) {

    /** Of somebody who has said nothing. */
    public static final Contact NONE = new Contact(Optional.empty(), Optional.empty(), List.of());

    /** Rejects absent parts, notices twice, and notices without the address for them. */
    public Contact {
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(phone, "phone");
        notices = List.copyOf(notices);
        if (notices.stream().distinct().count() < notices.size()
                || (notices.contains(AddressKind.EMAIL) && email.isEmpty())
                || (notices.contains(AddressKind.PHONE) && phone.isEmpty())) {
            throw new IllegalArgumentException("notices go to an address, each way once");
        }
    }

    /** Returns where notices of a kind go; nothing when they are not wanted. */
    public Optional<String> wanted(AddressKind kind) {
        Optional<String> address = kind == AddressKind.PHONE ? phone : email;
        return notices.contains(kind) ? address : Optional.empty();
    }

    @Override
    public String toString() {
        return "Contact";
    }
}
