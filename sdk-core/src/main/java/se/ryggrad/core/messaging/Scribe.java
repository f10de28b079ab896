package se.ryggrad.core.messaging;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.ryggrad.api.Fault;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.messaging.SendCall;
import se.ryggrad.api.messaging.model.Addressee;
import se.ryggrad.api.messaging.model.Content;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.api.messaging.model.MessageId;
import se.ryggrad.api.messaging.model.Report;
import se.ryggrad.core.cases.chain.Dice;
import se.ryggrad.core.cases.turn.Moment;
import se.ryggrad.core.messaging.delivery.Rounds;
import se.ryggrad.core.messaging.rules.DraftRules;

/** Makes messages of drafts that have nothing wrong with them. Thread-safe. */
final class Scribe {

    private final DraftRules rules;
    private final Rounds rounds;
    private final Clock clock;
    private final Dice dice;

    Scribe(DraftRules rules, Rounds rounds, Clock clock, Dice dice) {
        this.rules = rules;
        this.rounds = rounds;
        this.clock = clock;
        this.dice = dice;
    }

    /** Returns what is wrong with a draft, beside what its reader found and its addressee. */
    List<Fault> faults(SendCall.Draft draft) {
        return rules.faults(draft);
    }

    /**
     * Makes the message of a draft without faults; one whose first channel is the inbox is there already.
     *
     * @param report says that a case is told when it cannot be delivered
     */
    Message message(Caller sender, SendCall.Draft draft, Addressee to, Optional<Report> report) {
        Instant now = Moment.of(clock).now();
        Message message = new Message(
                new MessageId(dice.uuid()),
                sender.principal(),
                sender.actor().id(),
                draft.kind().orElseThrow(),
                to,
                draft.subject().flatMap(subject -> draft.body().map(body -> new Content(subject, body))),
                now,
                now.plus(rules.timeToLive(draft)),
                rules.channels(draft),
                List.of(),
                Optional.empty(),
                report,
                sender.traceparent());
        return rounds.takeUp(message, now);
    }
}
