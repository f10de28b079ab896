package se.ryggrad.api.cases.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.Secrecy;

/**
 * Is one event of a case, sealed into the chain.
 *
 * @param id its id
 * @param sequence its place in the case, from 1 without gaps
 * @param type what happened
 * @param recordedAt when the system recorded it
 * @param audience who may see its content
 * @param secrecy the grounds on which somebody may not
 * @param content the canonical JSON (RFC 8785) that the digest is made of: {@code type, occurredOn,
 *     recordedAt, actor, audience, data}; equal for all readers and without language
 * @param byName who acted, for display; not part of the content
 * @param seal its place in the hash chain
 */
public record CaseEvent(
        UUID id,
        long sequence,
        EventType type,
        Instant recordedAt,
        Audience audience,
        List<Secrecy> secrecy,
        JsonText content,
        String byName,
        Seal seal) {

    /** Copies the grounds. */
    public CaseEvent {
        secrecy = List.copyOf(secrecy);
    }

    /**
     * Binds an event to all before it: {@code contentDigest = SHA-256(salt ‖ content)}, {@code hash =
     * SHA-256(previous ‖ sequence ‖ contentDigest)} with the sequence as 8 octets big-endian.
     *
     * @param salt 32 random octets, lower-case hex
     * @param contentDigest lower-case hex
     * @param previous the hash before, 32 zero octets for the first, lower-case hex
     * @param hash lower-case hex
     */
    public record Seal(String salt, String contentDigest, String previous, String hash) {}
}
