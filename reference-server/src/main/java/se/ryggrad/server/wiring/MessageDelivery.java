package se.ryggrad.server.wiring;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import se.ryggrad.core.messaging.MessageService;
import se.ryggrad.core.rest.Ports;
import se.ryggrad.core.work.Courier;

/**
 * Lets messages be delivered for as long as the application runs.
 *
 * <p>Any number of nodes may do it at once: the store gives each message to one of them at a time.
 */
@ApplicationScoped
public class MessageDelivery {
    /** A round under way may wait for a channel twice. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final ExecutorService executor = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "ryggrad-courier");
        thread.setDaemon(true);
        return thread;
    });

    private @Nullable Courier courier;

    /** Begins when the application has started. */
    void start(@Observes @Priority(3000) @Initialized(ApplicationScoped.class) Object event, Ports ports) {
        courier = ports.messages().map(MessageService::courier).orElse(null);
        if (courier != null) {
            courier.start(executor);
        }
    }

    /** Ends with the application: what is under way is finished, and what comes after is another node's, or the next start's. */
    @PreDestroy
    void stop() {
        if (courier != null && !courier.stop(PATIENCE)) {
            System.getLogger(MessageDelivery.class.getName())
                    .log(System.Logger.Level.WARNING, "Messages under way are tried again after the next start.");
        }
        executor.shutdownNow();
    }
}
