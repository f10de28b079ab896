package se.ryggrad.conformance.contract;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import se.ryggrad.conformance.http.Part;
import se.ryggrad.conformance.json.Json;
import se.ryggrad.conformance.json.JsonFault;

/** Computes a chain of hashes again from what is shown of its links (chapter EVT). */
public final class HashChain {

    /** The hash before the first link. */
    public static final String NOTHING_BEFORE = "0".repeat(64);

    private HashChain() {}

    /** Returns the digest of {@code content} of a link, which its {@code salt} goes before. */
    public static String contentDigest(Part link) {
        byte[] salt = bytes(link.at("/salt"));
        MessageDigest digest = sha256();
        digest.update(salt);
        digest.update(canonical(link.at("/content")));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] canonical(Part content) {
        try {
            return Json.canonical(content.node());
        } catch (JsonFault fault) {
            content.fail("content that has a canonical form");
            throw fault;
        }
    }

    /** Returns the hash of a link after the hash before it. */
    public static String hash(Part link, String previous) {
        MessageDigest digest = sha256();
        digest.update(HexFormat.of().parseHex(previous));
        digest.update(ByteBuffer.allocate(Long.BYTES)
                .putLong(link.at("/sequence").number())
                .array());
        digest.update(bytes(link.at("/contentDigest")));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] bytes(Part hexadecimal) {
        return HexFormat.of().parseHex(hexadecimal.matches("[0-9a-f]{64}").text());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
