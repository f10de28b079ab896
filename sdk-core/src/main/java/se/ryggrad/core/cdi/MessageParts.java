package se.ryggrad.core.cdi;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import se.ryggrad.api.cases.CaseManagement;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.messaging.MessageTerms;
import se.ryggrad.api.messaging.channel.MessageChannel;
import se.ryggrad.api.messaging.store.MessageStore;
import se.ryggrad.api.organisation.Principals;
import se.ryggrad.core.cases.letters.Outbox;
import se.ryggrad.core.messaging.CaseOutbox;
import se.ryggrad.core.messaging.MessageService;
import se.ryggrad.core.messaging.MessagingPorts;
import se.ryggrad.core.messaging.rules.Channels;
import se.ryggrad.core.work.Bell;
import se.ryggrad.core.work.Courier;

/**
 * Puts a message service together of the embedder's beans, and settings for what they leave out; without a {@link MessageStore}
 * there is none.
 *
 * <p>Channels are all together as one bean, each as a bean of its own, or those of the settings.
 */
@Dependent
class MessageParts {

    private final Instance<MessageStore> store;
    private final Instance<Channels> together;
    private final Instance<MessageChannel> each;
    private final Instance<MessageTerms.Limits> limits;
    private final Instance<Courier.Pace> pace;
    private final Bell bell = new Bell();

    @Inject
    MessageParts(
            Instance<MessageStore> store,
            Instance<Channels> together,
            Instance<MessageChannel> each,
            Instance<MessageTerms.Limits> limits,
            Instance<Courier.Pace> pace) {
        this.store = store;
        this.together = together;
        this.each = each;
        this.limits = limits;
        this.pace = pace;
    }

    /** Returns what takes the letters of cases. */
    Outbox outbox(Settings settings, Clock clock) {
        return new CaseOutbox(channels(settings), limits(settings), clock, new SecureRandom(), bell);
    }

    /**
     * Returns the service, whose courier somebody else starts.
     *
     * @throws IllegalArgumentException when there is a store, and a setting that cannot be, or none that says where notices
     *     lead
     */
    Optional<MessageService> service(
            Settings settings, CaseManagement cases, Principals principals, AssuranceLevel least, Clock clock) {
        if (store.isUnsatisfied()) {
            return Optional.empty();
        }
        return Optional.of(MessageService.over(new MessagingPorts(
                store.get(),
                channels(settings),
                limits(settings),
                cases,
                principals,
                least,
                pace.isUnsatisfied() ? Courier.Pace.DEFAULT : pace.get(),
                bell,
                clock,
                new SecureRandom())));
    }

    private MessageTerms.Limits limits(Settings settings) {
        return limits.isUnsatisfied() ? settings.messages().limits(Optional.empty()) : limits.get();
    }

    private Channels channels(Settings settings) {
        if (!together.isUnsatisfied()) {
            return together.get();
        }
        return new Channels(
                each.isUnsatisfied() ? settings.channels() : each.stream().toList());
    }
}
