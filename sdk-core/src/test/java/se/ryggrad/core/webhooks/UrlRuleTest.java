package se.ryggrad.core.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.events.Subscription;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.core.contract.Subscribed;
import se.ryggrad.core.webhooks.address.AddressRule;

class UrlRuleTest {

    private static final int SHARE = 8;
    private static final Subscription.Owner OTHER =
            new Subscription.Owner(Subscribed.OWNER.principal(), new ActorId("somebody-else"));

    private final CountDownLatch answered = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final UrlRule rule = new UrlRule(new AddressRule(Set.of(), this::lookup));

    @AfterEach
    void end() {
        answered.countDown();
        threads.shutdownNow();
        rule.close();
    }

    @Test
    void takesNamesThatDnsAnswersLateAndAsksForFewOfOneClient() throws InterruptedException, ExecutionException {
        List<Callable<Optional<FaultCode>>> calls = IntStream.range(0, 3 * SHARE)
                .<Callable<Optional<FaultCode>>>mapToObj(
                        each -> () -> rule.fault(Subscribed.OWNER, "https://a" + each + ".slow.example.se/"))
                .toList();

        for (Future<Optional<FaultCode>> each : threads.invokeAll(calls)) {
            assertThat(each.get()).isEmpty();
        }

        assertThat(asked).hasValue(SHARE);
        assertThat(rule.fault(OTHER, "https://inner.example.se/")).contains(FaultCode.ADDRESS_REFUSED);
    }

    private List<InetAddress> lookup(String name) throws UnknownHostException {
        if (name.contains("slow")) {
            asked.incrementAndGet();
            silent();
        }
        return List.of(InetAddress.getByName("10.0.0.1"));
    }

    private void silent() {
        try {
            answered.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
