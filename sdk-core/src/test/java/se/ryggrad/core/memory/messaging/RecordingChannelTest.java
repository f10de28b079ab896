package se.ryggrad.core.memory.messaging;

import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.messaging.channel.ChannelDescription;
import se.ryggrad.api.messaging.channel.Handover;
import se.ryggrad.api.messaging.channel.MessageChannel;
import se.ryggrad.api.messaging.channel.Reach;
import se.ryggrad.api.messaging.channel.Silence;
import se.ryggrad.api.messaging.model.AddressKind;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.MessageKind;
import se.ryggrad.api.messaging.model.Reason;
import se.ryggrad.core.contract.messaging.MessageChannelContract;

class RecordingChannelTest extends MessageChannelContract {

    private final RecordingChannel channel = new RecordingChannel(new ChannelDescription(
            new ChannelId("sms"),
            Set.of(MessageKind.NOTICE),
            new LocalizedText("Sms", "Text message"),
            Optional.of(AddressKind.PHONE),
            Optional.empty()));

    @Override
    protected MessageChannel channel() {
        return channel;
    }

    @Override
    protected void takeAll() {
        answer(new Reach.Reached(), new Handover.Delivered());
    }

    @Override
    protected void refuse() {
        answer(new Reach.Unreached(Reason.RESERVED), new Handover.Refused(Reason.REJECTED));
    }

    @Override
    protected void fail() {
        answer(Silence.WHOLE, Silence.WHOLE);
    }

    /** A recording channel calls nobody who could be slow. */
    @Override
    protected void hang() {
        fail();
    }

    private void answer(Reach reach, Handover handover) {
        channel.reaches(question -> reach);
        channel.delivers(delivery -> handover);
    }
}
