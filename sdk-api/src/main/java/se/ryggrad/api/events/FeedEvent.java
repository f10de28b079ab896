package se.ryggrad.api.events;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.organisation.AuthorityId;

/**
 * Is a thin event of the feed (CloudEvents 1.0).
 *
 * @param position its place in the feed; follows commit order; 0 for a reader from outside, to whom places are opaque
 * @param id the id of the case's event
 * @param caseId the case
 * @param type what happened
 * @param time when it was recorded
 * @param sequence its place in the case
 * @param head the hash of the event in its case's chain
 * @param authority whose case
 * @param service which service; absent where it names secrecy (EVT-003)
 * @param status the status afterwards
 * @param traceparent the trace it came from
 */
public record FeedEvent(
        long position,
        UUID id,
        CaseId caseId,
        EventType type,
        Instant time,
        long sequence,
        String head,
        AuthorityId authority,
        Optional<ServiceId> service,
        CaseStatus status,
        String traceparent) {}
