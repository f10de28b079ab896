package se.ryggrad.conformance.twin.messaging.delivery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ryggrad.conformance.twin.protection.Identity;

/** Holds the messages, letters and wishes of one principal; guarded by the lock of its world. */
public final class Mailroom {

    private final Map<String, Message> messages = new HashMap<>();
    private final Map<String, Given> given = new HashMap<>();
    private final Map<Identity, List<Letter>> letters = new HashMap<>();
    private final Map<Identity, Contact> contacts = new HashMap<>();

    /** A delivery that a channel was given. */
    public record Given(Message message, Attempt attempt) {}

    /** Keeps a message. */
    public void keep(Message message) {
        messages.put(message.id(), message);
    }

    /** Returns the messages to parties of a case. */
    public List<Message> ofCase(String id) {
        return messages.values().stream()
                .filter(message -> message.order().to().caseId().equals(id))
                .toList();
    }

    /** Returns the message with an id. */
    public Optional<Message> message(String id) {
        return Optional.ofNullable(messages.get(id));
    }

    void give(Message message, Attempt attempt) {
        given.put(attempt.delivery(), new Given(message, attempt));
    }

    /** Returns the delivery with an id. */
    public Optional<Given> given(String delivery) {
        return Optional.ofNullable(given.get(delivery));
    }

    void put(Identity person, Letter letter) {
        letters.computeIfAbsent(person, p -> new ArrayList<>()).add(letter);
    }

    /** Returns the letters of somebody, the latest first. */
    public List<Letter> letters(Identity person) {
        return letters.getOrDefault(person, List.of()).stream()
                .sorted(Comparator.comparing(Letter::receivedAt).reversed().thenComparing(Letter::id))
                .toList();
    }

    /** Returns a letter, whose ever it is. */
    public Optional<Letter> anybodys(String id) {
        return letters.values().stream()
                .flatMap(List::stream)
                .filter(l -> l.id().equals(id))
                .findFirst();
    }

    /** Returns what somebody wishes. */
    public Contact contact(Identity person) {
        return contacts.getOrDefault(person, Contact.none());
    }

    /** Keeps what somebody wishes. */
    public void put(Identity person, Contact contact) {
        contacts.put(person, contact);
    }
}
