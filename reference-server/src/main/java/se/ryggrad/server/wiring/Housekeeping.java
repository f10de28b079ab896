package se.ryggrad.server.wiring;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import se.ryggrad.api.cases.CaseManagement;
import se.ryggrad.api.documents.DocumentStore;
import se.ryggrad.core.cases.CaseEngine;
import se.ryggrad.core.rest.Ports;

/**
 * Does by the hour what the calendar asks for: closes requests whose day has passed, seals the access logs, and
 * removes uploads that no case took. Erases twice an hour what has ended in the index of a portal (MINA-045).
 *
 * <p>Any number of nodes may do it at once: every change is guarded by its case's version.
 */
@ApplicationScoped
public class Housekeeping {
    private static final long FIRST_MINUTES = 1;
    private static final long EVERY_MINUTES = 60;
    private static final long INDEX_MINUTES = 30;

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "ryggrad-housekeeping");
        thread.setDaemon(true);
        return thread;
    });

    private @Nullable ScheduledFuture<?> rounds;
    private @Nullable ScheduledFuture<?> sweeps;

    /** Begins when the application has started. */
    void start(@Observes @Priority(3000) @Initialized(ApplicationScoped.class) Object event, Ports ports) {
        rounds = executor.scheduleWithFixedDelay(() -> round(ports), FIRST_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
        sweeps = executor.scheduleWithFixedDelay(
                () -> attempt(ports.intake()::sweep), FIRST_MINUTES, INDEX_MINUTES, TimeUnit.MINUTES);
    }

    /** Ends with the application. */
    @PreDestroy
    void stop() {
        if (rounds != null) {
            rounds.cancel(true);
        }
        if (sweeps != null) {
            sweeps.cancel(true);
        }
        executor.shutdownNow();
    }

    private static void round(Ports ports) {
        Instant before =
                ports.clock().instant().minus(ports.settings().lifetimes().unusedDocument());
        round(ports.cases(), ports.documents(), before);
    }

    /** Does each of the two, whatever becomes of the other. */
    static void round(CaseManagement cases, DocumentStore documents, Instant before) {
        attempt(() -> {
            if (cases instanceof CaseEngine engine) {
                engine.dailyRound().run();
            }
        });
        attempt(() -> documents.sweep(before));
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            System.getLogger(Housekeeping.class.getName())
                    .log(System.Logger.Level.WARNING, "Housekeeping failed and is tried again in an hour.", failed);
        }
    }
}
