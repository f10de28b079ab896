package se.ryggrad.core.json.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.messaging.Receipt;
import se.ryggrad.api.messaging.ReceiptCall;
import se.ryggrad.api.messaging.model.Outcome;
import se.ryggrad.api.messaging.model.Reason;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.JsonDocument;
import se.ryggrad.core.json.body.BodyReader;

/** Reads the body of {@code POST /delivery-receipts} (MSG-024, MSG-025). */
public final class ReceiptReader {

    private static final String DELIVERY = "/delivery";
    private static final String OUTCOME = "/outcome";
    private static final String REASON = "/reason";
    private static final String AT = "/at";

    /** How far the clock of a channel may be ahead, as with tokens. */
    private static final Duration LEEWAY = Duration.ofSeconds(60);

    private ReceiptReader() {}

    /**
     * Returns the receipt that {@code document} is.
     *
     * @param now the time; what was told happened before it, or at the most 60 seconds later by a clock that is ahead
     */
    public static ReceiptCall call(JsonDocument document, Instant now) {
        return new ReceiptCall(
                document.root().at(DELIVERY).flatMap(given -> given.asText()),
                () -> read(new BodyReader(document.root(), document.faults()), now));
    }

    private static Receipt read(BodyReader body, Instant now) {
        Optional<Reason> failure = Optional.empty();
        Optional<Instant> at = Optional.empty();
        if (body.object()) {
            body.text(DELIVERY);
            failure = failure(body, body.parsed(OUTCOME, ReceiptReader::told, FaultCode.UNKNOWN_VALUE));
            at = at(body, now);
        }
        body.check();
        return new Receipt(failure, at.orElseThrow());
    }

    /** Returns why a delivery failed; a reason beside another outcome is judged, and says nothing. */
    private static Optional<Reason> failure(BodyReader body, Optional<Outcome> outcome) {
        boolean failed = outcome.equals(Optional.of(Outcome.FAILED));
        Optional<Reason> reason = failed || body.has(REASON)
                ? body.parsed(REASON, Reason::parse, FaultCode.UNKNOWN_VALUE)
                : Optional.empty();
        return failed ? reason : Optional.empty();
    }

    private static Optional<Outcome> told(String code) {
        return Outcome.parse(code).filter(each -> each == Outcome.DELIVERED || each == Outcome.FAILED);
    }

    private static Optional<Instant> at(BodyReader body, Instant now) {
        Optional<String> text = body.text(AT);
        Optional<Instant> at = text.flatMap(Formats::instant);
        if (text.isPresent() && at.isEmpty()) {
            body.fault(AT, Formats.offsetMissing(text.get()) ? FaultCode.OFFSET_MISSING : FaultCode.FORMAT);
        } else if (at.filter(now.plus(LEEWAY)::isBefore).isPresent()) {
            body.fault(AT, FaultCode.DATE_IN_FUTURE);
        }
        return at;
    }
}
