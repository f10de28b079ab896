package se.ryggrad.api.cases.action;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.catalog.ServiceId;

/**
 * Asks to begin a case; the body is looked at only after kind, level and idempotency key are clear.
 *
 * @param service the service named, where the body names one that can be read
 * @param version the version of it that is named, where one that can be read is; the current one otherwise
 * @param initiatedBy who begins it; decides between {@code submit} and {@code open-case}
 * @param body gives the submission, or throws {@code validation} with all faults of the body
 */
public record StartCall(
        Optional<ServiceId> service,
        Optional<String> version,
        CaseHead.Initiator initiatedBy,
        Supplier<Submission> body) {

    /** Rejects absent parts. */
    public StartCall {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(initiatedBy, "initiatedBy");
        Objects.requireNonNull(body, "body");
    }

    /** Returns the call of a submission that is at hand. */
    public static StartCall of(Submission submission) {
        return new StartCall(
                Optional.of(submission.service()), submission.version(), submission.initiatedBy(), () -> submission);
    }
}
