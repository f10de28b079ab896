package se.ryggrad.core.messaging;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import se.ryggrad.api.Fault;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.messaging.CaseLetter;
import se.ryggrad.api.messaging.MessageTerms;
import se.ryggrad.api.messaging.model.Addressee;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.api.messaging.model.Report;
import se.ryggrad.core.cases.chain.Dice;
import se.ryggrad.core.cases.letters.Outbox;
import se.ryggrad.core.messaging.delivery.DeliveryIds;
import se.ryggrad.core.messaging.delivery.Rounds;
import se.ryggrad.core.messaging.rules.Channels;
import se.ryggrad.core.messaging.rules.DraftRules;
import se.ryggrad.core.work.Bell;

/** Makes messages of the letters that cases send, and has their cases told when they cannot be delivered. Thread-safe. */
public final class CaseOutbox implements Outbox {

    private final Scribe scribe;
    private final Bell bell;

    /**
     * Creates the outbox of a message service.
     *
     * @param random gives ids; a {@link java.security.SecureRandom} outside tests
     * @param bell wakes the service's courier
     */
    public CaseOutbox(Channels channels, MessageTerms.Limits limits, Clock clock, Random random, Bell bell) {
        this.scribe = new Scribe(
                new DraftRules(channels, limits.maximumTimeToLive()),
                new Rounds(limits, new DeliveryIds(random)),
                clock,
                new Dice(random));
        this.bell = bell;
    }

    @Override
    public List<Fault> faults(CaseLetter letter) {
        return scribe.faults(letter.draft());
    }

    @Override
    public Message message(Caller sender, Addressee.OfParty to, CaseLetter letter) {
        return scribe.message(sender, letter.draft(), to, Optional.of(Report.OWED));
    }

    @Override
    public void kept() {
        bell.ring();
    }
}
