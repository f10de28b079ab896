package se.ryggrad.core.memory.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.KeptAnswer;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.Contact;
import se.ryggrad.api.messaging.model.DeliveryId;
import se.ryggrad.api.messaging.model.Letter;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.api.messaging.model.MessageId;
import se.ryggrad.api.messaging.store.Lease;
import se.ryggrad.api.messaging.store.Leased;
import se.ryggrad.api.messaging.store.MessageStore;
import se.ryggrad.api.messaging.store.Room;
import se.ryggrad.api.messaging.store.RoundBegin;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.memory.KeptAnswers;

/** Keeps messages, letters and contact data in memory. Thread-safe. */
public final class InMemoryMessageStore implements MessageStore {

    private static final Comparator<Letter> LATEST_FIRST = Comparator.comparing(Letter::receivedAt)
            .reversed()
            .thenComparing(letter -> letter.id().value().toString());

    private final Map<MessageId, Kept> messages = new LinkedHashMap<>();
    private final Map<Person, Contact> contacts = new HashMap<>();
    private final KeptAnswers answers = new KeptAnswers();

    /** Creates an empty store. */
    public InMemoryMessageStore() {}

    /** Keeps messages that a case sends, without a key of their own. */
    public synchronized void post(List<Message> added) {
        added.forEach(message -> messages.put(message.id(), new Kept(message, false, 0, Optional.empty())));
    }

    private record Person(PrincipalId principal, Identity identity) {}

    /**
     * Is a message that is kept.
     *
     * @param leases how many leases there were
     * @param lease the one that is held
     */
    private record Kept(Message message, boolean read, long leases, Optional<Lease> lease) {

        Optional<Instant> claimable() {
            return message.due()
                    .map(due -> lease.map(Lease::until)
                            .filter(end -> end.isAfter(due))
                            .orElse(due));
        }

        Optional<Letter> letter() {
            return Letter.of(message, read);
        }

        Kept with(Message changed) {
            return new Kept(changed, read, leases, lease);
        }

        Kept leased(Message begun, Instant until) {
            Lease next = new Lease(begun.principal(), begun.id(), leases + 1, until);
            return new Kept(begun, read, leases + 1, Optional.of(next));
        }

        Kept free(Message changed) {
            return new Kept(changed, read, leases, Optional.empty());
        }

        Kept marked(boolean now) {
            return new Kept(message, now, leases, lease);
        }
    }

    @Override
    public synchronized Optional<KeptAnswer> answer(Claim claim) {
        return answers.find(claim);
    }

    @Override
    public synchronized Optional<KeptAnswer> keep(List<Message> added, Claim claim, Answer answer) {
        Optional<KeptAnswer> before = answers.find(claim);
        if (before.isEmpty()) {
            post(added);
            String resource = added.size() == 1 ? added.get(0).id().value().toString() : "";
            answers.keep(claim, resource, answer);
        }
        return before;
    }

    @Override
    public synchronized Optional<Message> find(PrincipalId principal, MessageId id) {
        return Optional.ofNullable(messages.get(id))
                .map(Kept::message)
                .filter(message -> message.principal().equals(principal));
    }

    @Override
    public synchronized Optional<Message> find(PrincipalId principal, DeliveryId delivery) {
        return known(principal, delivery).map(Kept::message);
    }

    @Override
    public synchronized List<Leased> claim(Instant now, Room room, Duration lease, RoundBegin begin) {
        Predicate<Kept> due =
                kept -> kept.claimable().filter(at -> !at.isAfter(now)).isPresent();
        List<Kept> waiting = messages.values().stream()
                .filter(due)
                .sorted(Comparator.comparing(kept -> kept.message().due().orElseThrow()))
                .toList();
        List<Leased> leased = new ArrayList<>();
        for (Kept kept : room.fitting(waiting, Kept::message)) {
            Message begun = begin.begin(kept.message(), kept.lease().isPresent());
            Kept after = begun.due().isPresent() ? kept.leased(begun, now.plus(lease)) : kept.free(begun);
            messages.put(begun.id(), after);
            after.lease().ifPresent(held -> leased.add(new Leased(begun, held)));
        }
        return leased;
    }

    @Override
    public synchronized Optional<Message> settle(Lease lease, UnaryOperator<Message> result) {
        Optional<Kept> held = Optional.ofNullable(messages.get(lease.message()))
                .filter(kept -> kept.lease().equals(Optional.of(lease)));
        held.ifPresent(kept -> messages.put(lease.message(), kept.free(result.apply(kept.message()))));
        return held.flatMap(kept -> find(lease.principal(), lease.message()));
    }

    @Override
    public synchronized Optional<Message> change(
            PrincipalId principal, DeliveryId delivery, UnaryOperator<Message> change) {
        Optional<Kept> found = known(principal, delivery);
        found.ifPresent(kept -> messages.put(kept.message().id(), kept.with(change.apply(kept.message()))));
        return found.flatMap(kept -> find(principal, kept.message().id()));
    }

    @Override
    public synchronized Optional<Instant> nextDue(Set<ChannelId> but) {
        return messages.values().stream()
                .filter(kept -> kept.message().turn().filter(but::contains).isEmpty())
                .flatMap(kept -> kept.claimable().stream())
                .min(Comparator.naturalOrder());
    }

    @Override
    public synchronized Page<Letter> letters(PrincipalId principal, Identity reader, PageRequest page) {
        List<Letter> all = to(principal, reader)
                .flatMap(kept -> kept.letter().stream())
                .sorted(LATEST_FIRST)
                .toList();
        return Page.of(all, page);
    }

    @Override
    public synchronized Optional<Letter> letter(PrincipalId principal, Identity reader, MessageId id) {
        return to(principal, reader)
                .filter(kept -> kept.message().id().equals(id))
                .findFirst()
                .flatMap(Kept::letter);
    }

    @Override
    public synchronized Optional<Letter> mark(PrincipalId principal, Identity reader, MessageId id, boolean read) {
        if (letter(principal, reader, id).isPresent()) {
            messages.computeIfPresent(id, (same, kept) -> kept.marked(read));
        }
        return letter(principal, reader, id);
    }

    @Override
    public synchronized Optional<Contact> contact(PrincipalId principal, Identity person) {
        return Optional.ofNullable(contacts.get(new Person(principal, person)));
    }

    @Override
    public synchronized void put(PrincipalId principal, Identity person, Contact contact) {
        contacts.put(new Person(principal, person), contact);
    }

    private Stream<Kept> of(PrincipalId principal) {
        return messages.values().stream()
                .filter(kept -> kept.message().principal().equals(principal));
    }

    private Stream<Kept> to(PrincipalId principal, Identity reader) {
        return of(principal).filter(kept -> kept.message().to().identity().equals(reader));
    }

    private Optional<Kept> known(PrincipalId principal, DeliveryId delivery) {
        return of(principal)
                .filter(kept -> kept.message().attempt(delivery).isPresent())
                .findFirst();
    }
}
