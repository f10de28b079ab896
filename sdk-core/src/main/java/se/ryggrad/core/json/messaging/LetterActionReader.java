package se.ryggrad.core.json.messaging;

import java.util.Optional;
import se.ryggrad.api.FaultCode;
import se.ryggrad.core.json.JsonDocument;
import se.ryggrad.core.json.body.BodyReader;

/** Reads the body of {@code POST /inbox/{letterId}/actions} (MSG-030). */
public final class LetterActionReader {

    private LetterActionReader() {}

    /**
     * Returns whether the letter shall count as read.
     *
     * @throws se.ryggrad.api.RyggradException {@code validation} with every fault
     */
    public static boolean read(JsonDocument document) {
        BodyReader body = new BodyReader(document.root(), document.faults());
        Optional<Boolean> read = body.object()
                ? body.parsed("/action", LetterActionReader::parse, FaultCode.UNKNOWN_VALUE)
                : Optional.empty();
        body.check();
        return read.orElseThrow();
    }

    private static Optional<Boolean> parse(String action) {
        return switch (action) {
            case "read" -> Optional.of(true);
            case "unread" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
