package ${package};

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.core.cases.CaseEngine;
import se.ryggrad.core.rest.Ports;

/** Does what no request asks for: each second the back office's work, each hour what the calendar asks for. */
@ApplicationScoped
public class Rounds {
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();

    void start(
            @Observes @Priority(3000) @Initialized(ApplicationScoped.class) Object event,
            Ports ports,
            BackOffice backOffice) {
        executor.scheduleWithFixedDelay(() -> attempt(() -> work(ports, backOffice)), 1, 1, TimeUnit.SECONDS);
        executor.scheduleWithFixedDelay(() -> attempt(() -> keepHouse(ports)), 1, 60, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        executor.shutdownNow();
    }

    private static Void work(Ports ports, BackOffice backOffice) throws Exception {
        for (Principal principal : ports.principals().all()) {
            backOffice.work(principal);
        }
        return null;
    }

    /** Closes requests whose day has passed, seals the access logs, and removes uploads that no case took. */
    private static Void keepHouse(Ports ports) {
        if (ports.cases() instanceof CaseEngine engine) {
            engine.dailyRound().run();
        }
        Instant unused = ports.clock().instant().minus(ports.settings().lifetimes().unusedDocument());
        ports.documents().sweep(unused);
        return null;
    }

    private static void attempt(Callable<Void> work) {
        try {
            work.call();
        } catch (Exception failed) {
            System.getLogger(Rounds.class.getName())
                    .log(System.Logger.Level.WARNING, "failed, and is tried again", failed);
        }
    }
}
