package se.ryggrad.core.contract.broken;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.messaging.channel.ChannelDescription;
import se.ryggrad.api.messaging.channel.Handover;
import se.ryggrad.api.messaging.channel.MessageChannel;
import se.ryggrad.api.messaging.channel.Reach;
import se.ryggrad.api.messaging.channel.Silence;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.MessageKind;
import se.ryggrad.api.messaging.model.Reason;
import se.ryggrad.core.contract.messaging.MessageChannelContract;
import se.ryggrad.core.memory.messaging.RecordingChannel;

/** Is channels that do one thing wrong, under their contract. */
final class BrokenChannels {

    private BrokenChannels() {}

    abstract static class Recording extends MessageChannelContract {
        private final RecordingChannel good = new RecordingChannel(new ChannelDescription(
                new ChannelId("post"),
                Set.of(MessageKind.LETTER),
                new LocalizedText("Posten", "The post"),
                Optional.empty(),
                Optional.empty()));
        private final MessageChannel broken = Faulty.at("reach", MessageChannel.class, good, this::reach);

        abstract Object reach(Faulty.Call call) throws Throwable;

        @Override
        protected final MessageChannel channel() {
            return broken;
        }

        @Override
        protected final void takeAll() {
            answer(new Reach.Reached(), new Handover.Delivered());
        }

        @Override
        protected final void refuse() {
            answer(new Reach.Unreached(Reason.NO_MAILBOX), new Handover.Refused(Reason.NO_MAILBOX));
        }

        @Override
        protected final void fail() {
            answer(Silence.WHOLE, Silence.WHOLE);
        }

        @Override
        protected final void hang() {
            fail();
        }

        private void answer(Reach reach, Handover handover) {
            good.reaches(question -> reach);
            good.delivers(delivery -> handover);
        }
    }

    static final class ThrowsWhatGoesWrong extends Recording {
        @Override
        Object reach(Faulty.Call call) throws Throwable {
            Object right = Objects.requireNonNull(call.right());
            if (right instanceof Silence) {
                throw new IllegalStateException("503");
            }
            return right;
        }
    }

    static final class ReachesEverybody extends Recording {
        @Override
        Object reach(Faulty.Call call) throws Throwable {
            Object right = Objects.requireNonNull(call.right());
            return right instanceof Reach.Unreached ? new Reach.Reached() : right;
        }
    }
}
