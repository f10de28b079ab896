package se.ryggrad.core.cases;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.Version;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.cases.store.ChangeSet;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.core.cases.chain.Dice;
import se.ryggrad.core.cases.chain.EventContent;
import se.ryggrad.core.cases.chain.EventDraft;
import se.ryggrad.core.cases.chain.HashChain;
import se.ryggrad.core.cases.turn.Moment;
import se.ryggrad.core.cases.turn.Outcome;

/** Seals what an act leaves into the case's chain and makes it ready to be committed. */
final class Sealer {

    private final Dice dice;

    Sealer(Dice dice) {
        this.dice = dice;
    }

    /** Returns the change that {@code outcome} is, without an idempotency key. */
    ChangeSet seal(Outcome outcome, ServiceDefinition definition, Moment moment, String traceparent) {
        CaseHead head = outcome.after().head();
        List<CaseEvent> events = events(outcome.events(), head, moment);
        return new ChangeSet(
                outcome.after().toBuilder().head(after(head, events, moment)).build(),
                head.version(),
                definition.assurance(),
                definition.representation(),
                definition.secret(),
                events,
                outcome.used(),
                outcome.memos(),
                outcome.erased(),
                outcome.letters(),
                Optional.empty(),
                traceparent);
    }

    private List<CaseEvent> events(List<EventDraft> drafts, CaseHead head, Moment moment) {
        List<CaseEvent> events = new ArrayList<>();
        String previous = head.chainHash();
        long sequence = head.version().number();
        for (EventDraft draft : drafts) {
            sequence++;
            CaseEvent event = event(draft, previous, sequence, moment);
            events.add(event);
            previous = event.seal().hash();
        }
        return events;
    }

    private CaseEvent event(EventDraft draft, String previous, long sequence, Moment moment) {
        JsonText content = EventContent.of(draft, moment.now());
        byte[] salt = dice.salt();
        return new CaseEvent(
                dice.uuid(),
                sequence,
                draft.type(),
                moment.now(),
                new CaseEvent.Told(
                        content, HexFormat.of().formatHex(salt), draft.byName(), draft.audience(), draft.secrecy()),
                HashChain.seal(previous, sequence, salt, content));
    }

    private static CaseHead after(CaseHead head, List<CaseEvent> events, Moment moment) {
        if (events.isEmpty()) {
            return head;
        }
        CaseEvent last = events.get(events.size() - 1);
        return head.toBuilder()
                .after(moment.now(), new Version(last.sequence()), last.seal().hash())
                .build();
    }
}
