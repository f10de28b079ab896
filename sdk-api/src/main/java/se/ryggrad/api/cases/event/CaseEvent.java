package se.ryggrad.api.cases.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.law.Erasure;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.Secrecy;

/**
 * Is one event of a case, sealed into the chain.
 *
 * @param id its id
 * @param sequence its place in the case, from 1 without gaps
 * @param type what happened
 * @param recordedAt when the system recorded it; {@link Instant#EPOCH} for a reader from outside who is not told
 * @param substance what it tells, or that it was erased
 * @param seal its place in the hash chain
 */
public record CaseEvent(UUID id, long sequence, EventType type, Instant recordedAt, Substance substance, Seal seal) {

    /** Returns what the event tells; nothing once it is erased. */
    public Optional<Told> told() {
        return substance instanceof Told told ? Optional.of(told) : Optional.empty();
    }

    /** Returns on what its erasure rests; nothing while it tells what happened. */
    public Optional<Erasure> erasure() {
        return substance instanceof Erased erased ? Optional.of(erased.by()) : Optional.empty();
    }

    /** Returns the same event without what it told; one that was erased before keeps what that rests on. */
    public CaseEvent erased(Erasure by) {
        return substance instanceof Told ? new CaseEvent(id, sequence, type, recordedAt, new Erased(by), seal) : this;
    }

    /** Is what an event tells, as long as it was not erased. */
    public sealed interface Substance {}

    /**
     * Is what happened.
     *
     * @param content the canonical JSON (RFC 8785) that the digest is made of: {@code type, occurredOn,
     *     recordedAt, actor, audience, data}; equal for all readers and without language
     * @param salt 32 random octets, lower-case hex; without it nobody can guess the content from its digest
     * @param byName who acted, for display; not part of the content
     * @param audience who may see the content
     * @param secrecy the grounds on which somebody may not
     */
    public record Told(JsonText content, String salt, String byName, Audience audience, List<Secrecy> secrecy)
            implements Substance {

        /** Copies the grounds. */
        public Told {
            secrecy = List.copyOf(secrecy);
        }
    }

    /**
     * Stands where something was told that is gone.
     *
     * @param by on what that rests
     */
    public record Erased(Erasure by) implements Substance {}

    /**
     * Binds an event to all before it: {@code contentDigest = SHA-256(salt ‖ content)}, {@code hash =
     * SHA-256(previous ‖ sequence ‖ contentDigest)} with the sequence as 8 octets big-endian. It outlives the content.
     *
     * @param contentDigest lower-case hex
     * @param previous the hash before, 32 zero octets for the first, lower-case hex
     * @param hash lower-case hex
     */
    public record Seal(String contentDigest, String previous, String hash) {}
}
