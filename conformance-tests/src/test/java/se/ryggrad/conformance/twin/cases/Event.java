package se.ryggrad.conformance.twin.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.http.Json;
import tools.jackson.databind.node.ObjectNode;

/** One event of a case, sealed into its hash chain. */
@SuppressWarnings("ArrayRecordComponent") // never compared: the id is the identity
public record Event(
        String id,
        int sequence,
        ObjectNode content,
        String by,
        List<String> provisions,
        byte[] salt,
        byte[] contentDigest,
        byte[] previous,
        byte[] hash,
        @Nullable ObjectNode erasure) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** An event before it is sealed. */
    public record Draft(ObjectNode content, String by, List<String> provisions) {}

    /** Seals content after the previous hash. */
    public static Event seal(int sequence, Draft draft, byte[] previous, TwinSettings settings) {
        var content = draft.content();
        byte[] salt = new byte[32];
        RANDOM.nextBytes(salt);
        boolean refilled = content.path("type").asString("").equals("supplemented")
                && content.path("data").has("form");
        byte[] text = settings.breaks(Fault.CASE_024_A) || (refilled && settings.breaks(Fault.CASE_024_C))
                ? Json.bytes(content)
                : canonical(content).getBytes(UTF_8);
        byte[] digest = sha256(salt, text);
        long number = settings.breaks(Fault.CASE_024_B) ? Long.reverseBytes(sequence) : sequence;
        byte[] place = ByteBuffer.allocate(8).putLong(number).array();
        byte[] hash = sha256(previous, place, digest);
        return new Event(
                UUID.randomUUID().toString(),
                sequence,
                content,
                draft.by(),
                draft.provisions(),
                salt,
                digest,
                previous,
                hash,
                null);
    }

    /** Returns what is left when the event is erased: its place in the chain. */
    public Event erased(ObjectNode why) {
        var nothing = Json.object().put("type", "").put("recordedAt", "");
        return new Event(
                id, sequence, nothing, "", List.of(), new byte[0], contentDigest, previous, hash, why.deepCopy());
    }

    /** Returns the same event sealed anew over what is left of it: what a twin does that breaks its chain. */
    public Event resealed() {
        byte[] digest = sha256(canonical(content).getBytes(UTF_8));
        byte[] place = ByteBuffer.allocate(8).putLong(sequence).array();
        return new Event(
                id,
                sequence,
                content,
                by,
                provisions,
                salt,
                digest,
                previous,
                sha256(previous, place, digest),
                erasure);
    }

    /** Returns on what it rests that the event was erased, if it was. */
    public Optional<ObjectNode> why() {
        return Optional.ofNullable(erasure);
    }

    /** Returns JSON in the form of RFC 8785; a number that it cannot write, which a fault let in, stays as it is. */
    public static String canonical(ObjectNode content) {
        try {
            return new JsonCanonicalizer(Json.text(content)).getEncodedString();
        } catch (IOException e) {
            return Json.text(content);
        }
    }

    /** Returns the SHA-256 of parts, one after the other. */
    public static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns octets in lower-case hex. */
    public static String hex(byte[] octets) {
        return HexFormat.of().formatHex(octets);
    }

    /** Returns what happened. */
    public String type() {
        return content.path("type").asString();
    }

    /** Returns when it was recorded. */
    public String recordedAt() {
        return content.path("recordedAt").asString();
    }
}
