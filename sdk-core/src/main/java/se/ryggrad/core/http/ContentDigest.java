package se.ryggrad.core.http;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.core.json.FaultTexts;

/** Reads and writes {@code Content-Digest} and {@code Repr-Digest} (RFC 9530), SHA-256 alone. */
public final class ContentDigest {

    /** The name of the header. */
    public static final String HEADER = "Content-Digest";

    private static final Pattern SHA_256 = Pattern.compile("(?:^|,)\\s*sha-256=:([A-Za-z0-9+/]{43}=):\\s*(?=,|$)");

    private ContentDigest() {}

    /** Returns what is wrong with the header, or nothing. */
    public static Optional<Fault> fault(List<String> given) {
        if (given.isEmpty()) {
            return Optional.of(FaultTexts.of(HEADER, FaultCode.REQUIRED));
        }
        return parse(String.join(",", given)).isPresent()
                ? Optional.empty()
                : Optional.of(FaultTexts.of(HEADER, FaultCode.FORMAT));
    }

    /** Returns the SHA-256 in the header in lower-case hex, or nothing when it holds none. */
    public static Optional<String> parse(String header) {
        Matcher match = SHA_256.matcher(header);
        return match.find()
                ? Optional.of(HexFormat.of().formatHex(Base64.getDecoder().decode(match.group(1))))
                : Optional.empty();
    }

    /** Writes a digest given in hex. */
    public static String of(String sha256) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)) + ":";
    }
}
