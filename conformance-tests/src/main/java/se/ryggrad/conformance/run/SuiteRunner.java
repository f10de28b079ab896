package se.ryggrad.conformance.run;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import se.ryggrad.conformance.check.Afterwards;
import se.ryggrad.conformance.check.Journal;
import se.ryggrad.conformance.check.RunContext;
import se.ryggrad.conformance.issuer.Counterparty;
import se.ryggrad.conformance.issuer.Slot;
import se.ryggrad.conformance.registry.Entry;
import se.ryggrad.conformance.registry.Requirements;
import se.ryggrad.conformance.target.Target;

/**
 * Runs checks against a target.
 *
 * <p>It keeps no state between runs: any number of runs may go one after another or at once in one JVM, each in a slot
 * of its own of the counterparty.
 */
public final class SuiteRunner {

    private final Requirements requirements;
    private final CheckIndex index;
    private final Counterparty counterparty;

    /** Creates a runner whose runs log in through the given counterparty. */
    public SuiteRunner(Counterparty counterparty) {
        this(counterparty, CheckIndex.scan());
    }

    SuiteRunner(Counterparty counterparty, CheckIndex index) {
        this.requirements = Requirements.load();
        this.index = index;
        this.counterparty = counterparty;
    }

    /** Runs the checks of every requirement that the settings select and the target claims. */
    public RunResult run(Target target, RunSettings settings) {
        Slot slot = counterparty.takeSlot();
        try {
            return run(RunContext.begin(target, slot, settings.seed(), settings.log()), settings);
        } finally {
            counterparty.giveBack(slot);
        }
    }

    /** Runs the checks in a slot that the caller has taken and gives back. */
    public RunResult run(RunContext context, RunSettings settings) {
        Instant started = Instant.now();
        List<Entry> selected = selected(settings);
        Set<String> claimed = selected.stream()
                .filter(e -> e.testable() && claims(context.target(), e))
                .map(Entry::id)
                .collect(Collectors.toSet());
        Collection<CheckResult> results = execute(context, settings, claimed);
        return new RunResult(
                requirements.standard(),
                context.target(),
                settings.seed(),
                started,
                Duration.between(started, Instant.now()),
                Verdicts.derive(selected, context.target(), results),
                selected.size() < requirements.entries().size(),
                context.lines().patience().count());
    }

    /** Tells whether the target claims what the requirement belongs to. */
    static boolean claims(Target target, Entry entry) {
        return target.plays(entry.role())
                && entry.option().flatMap(target::offers).orElse(true);
    }

    private List<Entry> selected(RunSettings settings) {
        return requirements.entries().stream()
                .filter(e -> settings.only().isEmpty() || settings.only().contains(e.id()))
                .filter(e -> settings.roles().isEmpty() || settings.roles().contains(e.role()))
                .toList();
    }

    private Collection<CheckResult> execute(RunContext context, RunSettings settings, Set<String> ids) {
        Journal journal = new Journal(context);
        CheckListener listener = new CheckListener(index, journal, settings.progress(), settings.pulse());
        LauncherConfig config = LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .build();
        try (LauncherSession session = LauncherFactory.openSession(config)) {
            session.getStore().put(Namespace.create(Journal.class), Journal.class, journal);
            for (boolean afterwards : List.of(false, true)) {
                session.getLauncher().execute(request(settings, ids, afterwards), listener);
            }
        }
        return listener.results();
    }

    private LauncherDiscoveryRequest request(RunSettings settings, Set<String> ids, boolean afterwards) {
        List<DiscoverySelector> selectors = new ArrayList<>();
        index.classes(ids, afterwards).forEach(type -> selectors.add(selectClass(type)));
        PostDiscoveryFilter tags =
                afterwards ? TagFilter.includeTags(Afterwards.TAG) : TagFilter.excludeTags(Afterwards.TAG);
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .filters(tags, provesAny(ids))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter(
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", "" + settings.threads())
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
                .build();
    }

    private PostDiscoveryFilter provesAny(Set<String> ids) {
        return descriptor -> {
            Optional<CheckIndex.Check> check = index.find(descriptor.getSource());
            boolean selected = check.map(c -> index.provesAny(c, ids)).orElse(!descriptor.isTest());
            return FilterResult.includedIf(selected);
        };
    }
}
