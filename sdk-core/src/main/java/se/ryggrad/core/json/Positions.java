package se.ryggrad.core.json;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.Problem;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.core.text.Wording;

/** Writes places in a list that grows at its end so that clients do not count with them: as {@code next} and {@code after}. */
public final class Positions {

    private static final String NUMBER = "(0|[1-9]\\d{0,17})";

    private Positions() {}

    /**
     * Writes a position.
     *
     * @param list names the list, which tells its positions from those of others
     */
    public static String write(String list, long position) {
        byte[] octets = (list + ':' + position).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    /** Reads a position, or nothing when it was not written by {@link #write} for the same list. */
    public static Optional<Long> read(String list, String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            String number = plain.startsWith(list + ':') ? plain.substring(list.length() + 1) : "";
            return Optional.of(number)
                    .filter(digits -> digits.matches(NUMBER))
                    .map(Long::parseLong)
                    .filter(position -> write(list, position).equals(text));
        } catch (IllegalArgumentException otherForm) {
            return Optional.empty();
        }
    }

    /** Returns the refusal of an {@code after} that the list never gave. */
    public static RyggradException unknown() {
        Fault fault = Fault.of("after", FaultCode.UNKNOWN_VALUE, Wording.text("problem.position"));
        return RyggradException.of(Problem.of(ProblemType.MALFORMED, Wording.text("problem.position"), List.of(fault)));
    }
}
