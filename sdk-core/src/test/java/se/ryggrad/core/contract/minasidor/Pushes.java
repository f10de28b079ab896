package se.ryggrad.core.contract.minasidor;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.RepresentationKind;
import se.ryggrad.api.minasidor.OverviewKind;
import se.ryggrad.api.minasidor.index.Audience;
import se.ryggrad.api.minasidor.index.IndexKey;
import se.ryggrad.api.minasidor.index.Push;
import se.ryggrad.api.minasidor.index.PushedItem;
import se.ryggrad.core.cases.People;

/** Makes what sources push. */
public final class Pushes {

    /** When most of it is pushed. */
    public static final Instant NOW = Instant.parse("2026-11-27T13:00:00Z");

    /** A source. */
    public static final String SOURCE = "boden-arenden";

    private Pushes() {}

    /** Returns the key of an item of {@link #SOURCE} that there is none of. */
    public static IndexKey key() {
        return key(SOURCE);
    }

    /** Returns the key of an item of {@code source} that there is none of. */
    public static IndexKey key(String source) {
        return new IndexKey(People.PRINCIPAL, source, UUID.randomUUID());
    }

    /** Returns version {@code version} of an item of Anna's, which lasts for a day. */
    public static Push push(long version) {
        return push(version, item(People.identity(People.ANNA)));
    }

    /** Returns version {@code version} of {@code item}. */
    public static Push push(long version, PushedItem item) {
        return new Push(version, Optional.of(item));
    }

    /** Returns a removal. */
    public static Push removal(long version) {
        return new Push(version, Optional.empty());
    }

    /** Returns an item that lasts for a day. */
    public static PushedItem item(Identity owner) {
        return item(owner, content(NOW));
    }

    /** Returns an item with {@code content} that lasts for a day. */
    public static PushedItem item(Identity owner, PushedItem.Content content) {
        return new PushedItem(
                new Audience(
                        owner,
                        Optional.of(AssuranceLevel.LOA2),
                        List.of(
                                new Audience.Representative(RepresentationKind.POWER_OF_ATTORNEY, Optional.empty()),
                                new Audience.Representative(
                                        RepresentationKind.GUARDIAN, Optional.of(LocalDate.of(2027, 5, 4))))),
                NOW.plus(Duration.ofDays(1)),
                content);
    }

    /** Returns {@code item} when it ends at {@code end}. */
    public static PushedItem until(Instant end, PushedItem item) {
        return new PushedItem(item.audience(), end, item.content());
    }

    /** Returns a content of which nothing is asked. */
    public static PushedItem.Content content(Instant updatedAt) {
        return new PushedItem.Content(
                OverviewKind.CASE,
                new LocalizedText("Bygglov", "Building permit"),
                new LocalizedText("Handläggs", "Being handled"),
                updatedAt,
                false,
                Optional.empty(),
                Optional.of("https://minasidor.example.se/arenden/1"));
    }

    /** Returns a content that is asked for by {@code day}. */
    public static PushedItem.Content asked(LocalDate day) {
        return new PushedItem.Content(
                new OverviewKind("library-fee"),
                new LocalizedText("Avgift", "Fee"),
                new LocalizedText("Obetald", "Unpaid"),
                NOW,
                true,
                Optional.of(day),
                Optional.empty());
    }
}
