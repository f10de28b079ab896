package se.ryggrad.core.cases.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.events.EventFeed;
import se.ryggrad.api.events.FeedEvent;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.cases.EngineTesting;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.contract.requirement.Holds;

/** Is what holds of the feed, wherever it is kept: here, or in a system over HTTP. */
public abstract class EventFeedContract extends EngineTesting {

    private static final Caller SYSTEM = People.system("events:read");

    /** Returns the feed of {@link #world}. */
    protected abstract EventFeed feed();

    @Holds("EVT-005")
    void readsOnWhereItEnded() {
        CaseId id = assigned();
        EventFeed.Slice first = feed().read(SYSTEM, Optional.empty(), 2);
        EventFeed.Slice second = feed().read(SYSTEM, Optional.of(first.next()), 100);

        assertThat(first.items())
                .extracting(FeedEvent::type)
                .containsExactly(EventType.SUBMITTED, EventType.REGISTERED);
        FeedEvent assigned = second.items().get(0);
        assertThat(second.items()).hasSize(1);
        assertThat(assigned.caseId()).isEqualTo(id);
        assertThat(assigned.sequence()).isEqualTo(3);
        assertThat(assigned.status()).isEqualTo(CaseStatus.IN_PROGRESS);
        assertThat(assigned.head()).isEqualTo(last(KARIN, id).event().seal().hash());
        assertThat(feed().read(SYSTEM, Optional.of(second.next()), 100).items()).isEmpty();
    }

    @Holds("EVT-005")
    void refusesAPositionThatItNeverGave() {
        assertThat(refused(() -> feed().read(SYSTEM, Optional.of("nowhere"), 10))
                        .type())
                .isEqualTo(ProblemType.MALFORMED);
    }
}
