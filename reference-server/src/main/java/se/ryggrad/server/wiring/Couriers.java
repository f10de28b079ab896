package se.ryggrad.server.wiring;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import se.ryggrad.core.messaging.MessageService;
import se.ryggrad.core.rest.Ports;
import se.ryggrad.core.webhooks.WebhookService;
import se.ryggrad.core.work.Courier;

/**
 * Lets messages and events be sent for as long as the application runs.
 *
 * <p>Any number of nodes may do it at once: the stores give each of them to one node at a time.
 */
@ApplicationScoped
public class Couriers {
    /** A round under way may wait for a channel twice. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final ExecutorService executor = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "ryggrad-courier");
        thread.setDaemon(true);
        return thread;
    });

    private List<Courier> working = List.of();
    private Optional<WebhookService> webhooks = Optional.empty();

    /** Begins when the application has started. */
    void start(@Observes @Priority(3000) @Initialized(ApplicationScoped.class) Object event, Ports ports) {
        webhooks = ports.webhooks();
        working = Stream.concat(
                        ports.messages().map(MessageService::courier).stream(),
                        webhooks.map(WebhookService::couriers).stream().flatMap(List::stream))
                .toList();
        working.forEach(courier -> courier.start(executor));
    }

    /** Ends with the application: what is under way is finished, and what comes after is another node's, or the next start's. */
    @PreDestroy
    void stop() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        working.forEach(courier -> courier.stop(Duration.ZERO));
        boolean idle = true;
        for (Courier courier : working) {
            idle &= courier.stop(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        }
        if (!idle) {
            System.getLogger(Couriers.class.getName())
                    .log(System.Logger.Level.WARNING, "What was under way is tried again after the next start.");
        }
        webhooks.ifPresent(WebhookService::close);
        executor.shutdownNow();
    }
}
