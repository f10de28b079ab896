package se.ryggrad.core.memory.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import se.ryggrad.api.messaging.channel.ChannelDescription;
import se.ryggrad.api.messaging.channel.Delivery;
import se.ryggrad.api.messaging.channel.Handover;
import se.ryggrad.api.messaging.channel.MessageChannel;
import se.ryggrad.api.messaging.channel.Question;
import se.ryggrad.api.messaging.channel.Reach;

/** Remembers what it was asked and given, and answers as it was told to: for the tests of whoever embeds. Thread-safe. */
public final class RecordingChannel implements MessageChannel {

    private final ChannelDescription description;
    private final List<Question> questions = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private volatile Function<Question, Reach> reaching = question -> new Reach.Reached();
    private volatile Function<Delivery, Handover> delivering = delivery -> new Handover.Delivered();

    /** Creates a channel that reaches everybody and delivers everything. */
    public RecordingChannel(ChannelDescription description) {
        this.description = description;
    }

    /** Answers whether it reaches somebody by {@code how} from now on. */
    public void reaches(Function<Question, Reach> how) {
        reaching = how;
    }

    /** Answers deliveries by {@code how} from now on. */
    public void delivers(Function<Delivery, Handover> how) {
        delivering = how;
    }

    /** Returns what it was asked, in order. */
    public List<Question> questions() {
        synchronized (questions) {
            return List.copyOf(questions);
        }
    }

    /** Returns what it was given, in order, each as often as it came. */
    public List<Delivery> deliveries() {
        synchronized (deliveries) {
            return List.copyOf(deliveries);
        }
    }

    @Override
    public ChannelDescription description() {
        return description;
    }

    @Override
    public Reach reach(Question question) {
        synchronized (questions) {
            questions.add(question);
        }
        return reaching.apply(question);
    }

    @Override
    public Handover deliver(Delivery delivery) {
        synchronized (deliveries) {
            deliveries.add(delivery);
        }
        return delivering.apply(delivery);
    }
}
