package se.ryggrad.api.cases.event;

import java.util.Arrays;
import java.util.Locale;

/** Lists the events of a case; readers tolerate others. */
public enum EventType {
    /** A party or registrar handed it in. */
    SUBMITTED,
    /** The authority began it. */
    OPENED,
    /** It got its registry number. */
    REGISTERED,
    /** It got an officer. */
    ASSIGNED,
    /** It went to another unit. */
    REROUTED,
    /** Somebody was asked for something. */
    REQUESTED,
    /** A request was answered. */
    REQUEST_ANSWERED,
    /** A request was closed, or its day passed. */
    REQUEST_CLOSED,
    /** A party added material. */
    SUPPLEMENTED,
    /** A message was written. */
    MESSAGE_ADDED,
    /** A note was taken (FL section 27). */
    NOTED,
    /** A party was added (FL section 10). */
    PARTY_ADDED,
    /** What is known of a party, or what they may do, was changed. */
    PARTY_CHANGED,
    /** A party's place in the case ended. */
    PARTY_ENDED,
    /** Somebody who must agree has agreed. */
    APPROVED,
    /** Somebody who must agree said no. */
    APPROVAL_REFUSED,
    /** The authority does without an approval on legal ground. */
    APPROVAL_DISPENSED,
    /** A substantial delay was told of (FL section 11). */
    DELAY_NOTIFIED,
    /** A party demanded a decision (FL section 12). */
    DECISION_DEMANDED,
    /** The demand was refused. */
    DEMAND_REFUSED,
    /** A decision was made. */
    DECIDED,
    /** A decision was made known. */
    DECISION_NOTIFIED,
    /** A letter of the case came back. */
    LETTER_UNDELIVERED,
    /** A party was served a decision. */
    SERVICE_RECORDED,
    /** A party acknowledged a decision. */
    RECEIPT_ACKNOWLEDGED,
    /** An obvious error in a decision was corrected (FL section 36). */
    DECISION_CORRECTED,
    /** A decision was changed by another (FL sections 37 to 39). */
    DECISION_CHANGED,
    /** A decision was appealed. */
    APPEALED,
    /** A late appeal was dismissed. */
    APPEAL_DISMISSED,
    /** An appeal was handed over. */
    APPEAL_FORWARDED,
    /** An appeal was ruled on. */
    RULING_RECORDED,
    /** It ended without decision. */
    COMPLETED,
    /** It was closed. */
    CLOSED,
    /** A party took the matter back. */
    WITHDRAWN,
    /** It was opened again. */
    REOPENED,
    /** Parts of it were erased. */
    REDACTED,
    /** All of it was erased but what says that it was there. */
    DISPOSED,
    /**
     * Something that a reader from outside is not told, or does not know of: what a later version of the standard names, or what
     * is withheld or erased. No system records it.
     */
    OTHER;

    /** Returns the type that {@code code} names, {@link #OTHER} for one that this version does not know. */
    public static EventType parse(String code) {
        return Arrays.stream(values())
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElse(OTHER);
    }

    /** Returns the name in JSON, for example {@code request-answered}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
