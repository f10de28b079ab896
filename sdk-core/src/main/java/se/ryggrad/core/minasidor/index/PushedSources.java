package se.ryggrad.core.minasidor.index;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.Representation;
import se.ryggrad.api.minasidor.SourceState;
import se.ryggrad.api.minasidor.index.IndexedShare;
import se.ryggrad.api.minasidor.index.IndexedShare.Indexed;
import se.ryggrad.api.minasidor.index.OverviewIndex;
import se.ryggrad.api.registry.Protection;
import se.ryggrad.core.cases.turn.Moment;
import se.ryggrad.core.minasidor.register.PortalRegister;
import se.ryggrad.core.minasidor.register.RegisteredSource;

/** Shows what sources have pushed, by one reading of the index for all of them (MINA-046 to MINA-054). Thread-safe. */
public final class PushedSources {

    private static final int MOST_ITEMS = 5_000;

    private final PortalRegister register;
    private final OverviewIndex index;
    private final Guard guard;
    private final Clock clock;

    /** Creates it over the sources in {@code register} that push. */
    public PushedSources(PortalRegister register, OverviewIndex index, Guard guard, Clock clock) {
        this.register = register;
        this.index = index;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * Returns what is shown of each of {@code sources} that pushes; nothing where all have to be asked, since the index holds
     * nothing of a protected person and does not know what some services are.
     */
    public List<PushedShare> shares(Caller caller, List<RegisteredSource> sources) {
        List<RegisteredSource> pushing =
                sources.stream().filter(RegisteredSource::pushes).toList();
        Optional<Representation> by = caller.representation();
        Optional<Identity> owner = by.map(Representation::represented)
                .or(() -> Optional.of(caller.actor())
                        .filter(Actor.Person.class::isInstance)
                        .map(actor -> ((Actor.Person) actor).identity()));
        if (pushing.isEmpty()
                || owner.isEmpty()
                || by.flatMap(Representation::services).isPresent()) {
            return List.of();
        }
        Protection protection = guard.of(caller, owner.get());
        if (protection.protects() && protection.answered()) {
            index.forget(caller.principal(), owner.get());
            return List.of();
        }
        return read(caller, owner.get(), pushing, protection.answered());
    }

    private List<PushedShare> read(Caller caller, Identity owner, List<RegisteredSource> pushing, boolean known) {
        Moment moment = Moment.of(clock);
        IndexedShare held = index.read(caller.principal(), owner, moment.now(), MOST_ITEMS);
        boolean cut = held.items().size() == MOST_ITEMS;
        Map<String, List<Indexed>> bySource = held.items().stream()
                .filter(each -> each.item().audience().includes(caller, moment.today()))
                .collect(Collectors.groupingBy(Indexed::source));
        return pushing.stream()
                .map(source -> {
                    SourceState state = state(held.asOf(), source, moment.now(), known);
                    return state == SourceState.TIMEOUT
                            ? PushedShare.silent(source)
                            : share(source, state, held, bySource.getOrDefault(source.id(), List.of()), cut);
                })
                .toList();
    }

    /** Returns what the latest word of a source makes of it, {@code known} when it is known that nobody is missing. */
    private SourceState state(Map<String, Instant> asOf, RegisteredSource source, Instant now, boolean known) {
        Instant latest = asOf.getOrDefault(source.id(), Instant.MIN);
        if (!latest.isBefore(now.minus(register.index().freshFor()))) {
            return known ? SourceState.OK : SourceState.STALE;
        }
        return latest.isBefore(now.minus(register.terms().staleFor())) ? SourceState.TIMEOUT : SourceState.STALE;
    }

    private PushedShare share(
            RegisteredSource source, SourceState state, IndexedShare held, List<Indexed> own, boolean cut) {
        int most = register.terms().itemsPerSource();
        return new PushedShare(
                source,
                state,
                Optional.ofNullable(held.asOf().get(source.id())),
                own.stream()
                        .limit(most)
                        .map(each ->
                                source.shown(each.id().toString(), each.item().content()))
                        .toList(),
                cut || own.size() > most);
    }
}
