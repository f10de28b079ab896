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
import se.ryggrad.core.messaging.MessageService;
import se.ryggrad.core.messaging.MessagingPorts;
import se.ryggrad.core.messaging.delivery.Courier;
import se.ryggrad.core.messaging.rules.Channels;

/**
 * Puts a message service together of the embedder's beans; without a {@link MessageStore} there is none.
 *
 * <p>Channels are all together as one bean, or each as a bean of its own.
 */
@Dependent
class MessageParts {

    private final Instance<MessageStore> store;
    private final Instance<Channels> together;
    private final Instance<MessageChannel> each;
    private final Instance<MessageTerms.Limits> limits;
    private final Instance<Courier.Pace> pace;

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

    /**
     * Returns the service, whose courier somebody else starts.
     *
     * @throws IllegalStateException when there is a store and nothing says where notices lead
     */
    Optional<MessageService> service(CaseManagement cases, Principals principals, AssuranceLevel least, Clock clock) {
        if (store.isUnsatisfied()) {
            return Optional.empty();
        }
        if (limits.isUnsatisfied()) {
            throw new IllegalStateException("offer MessageTerms.Limits with a MessageStore");
        }
        return Optional.of(MessageService.over(new MessagingPorts(
                store.get(),
                together.isUnsatisfied() ? new Channels(each.stream().toList()) : together.get(),
                limits.get(),
                cases,
                principals,
                least,
                pace.isUnsatisfied() ? Courier.Pace.DEFAULT : pace.get(),
                clock,
                new SecureRandom())));
    }
}
