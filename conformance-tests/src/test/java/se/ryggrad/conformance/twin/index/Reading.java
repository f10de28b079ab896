package se.ryggrad.conformance.twin.index;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.conformance.twin.Fault;
import se.ryggrad.conformance.twin.TwinSettings;
import se.ryggrad.conformance.twin.TwinSettings.Source;
import se.ryggrad.conformance.twin.http.Call;
import se.ryggrad.conformance.twin.http.Fail;
import se.ryggrad.conformance.twin.http.ProblemType;
import se.ryggrad.conformance.twin.portal.Gathered;
import se.ryggrad.conformance.twin.portal.GatheredOrder;
import se.ryggrad.conformance.twin.portal.Gathering;
import se.ryggrad.conformance.twin.portal.State;
import se.ryggrad.conformance.twin.protection.Protections;
import se.ryggrad.conformance.twin.protection.Ruling;
import tools.jackson.databind.node.ObjectNode;

/** Reads of the index what an overview shows of the sources that push. */
public final class Reading {

    private final TwinSettings settings;
    private final Index index;
    private final Protections protections;
    private final Clock clock;

    /** Reads one index. */
    public Reading(TwinSettings settings, Index index, Protections protections, Clock clock) {
        this.settings = settings;
        this.index = index;
        this.protections = protections;
        this.clock = clock;
    }

    /** Returns what is shown of each source that is not to be asked. */
    public List<Gathered> read(Call call) {
        var pushing = settings.portal().sources().stream()
                .filter(source -> source.client().isPresent())
                .filter(source -> source.issuers().contains(call.caller().issuer()))
                .toList();
        if (pushing.isEmpty()) {
            return List.of();
        }
        var viewer = Viewer.of(call);
        var protection = protection(viewer, call);
        if (!isRead(viewer, protection)) {
            return breaks(Fault.MINA_049_C)
                    ? pushing.stream()
                            .map(source -> nothing(source, State.TIMEOUT))
                            .toList()
                    : List.of();
        }
        var read = new ArrayList<Gathered>();
        pushing.forEach(source -> read.add(share(source, viewer, protection.isSilent())));
        read.removeIf(one -> one.state() != State.OK && breaks(Fault.MINA_050_B));
        return read;
    }

    private Ruling protection(Viewer viewer, Call call) {
        var protection = viewer.whose().isPerson()
                ? protections.say(Set.of(call.caller().issuer()), viewer.whose(), call.trace())
                : Ruling.nobody();
        if (protection.isSilent() && breaks(Fault.MINA_053_D)) {
            throw Fail.of(ProblemType.UNAVAILABLE).header("Retry-After", "1");
        }
        return protection;
    }

    private boolean isRead(Viewer viewer, Ruling protection) {
        boolean silent = protection.isSilent();
        boolean guarded = protection.of(viewer.whose()).isPresent() && !silent && !breaks(Fault.MINA_049_A);
        if (guarded) {
            index.erase(viewer.whose());
        }
        boolean certain = viewer.isForCertainServices() && !breaks(Fault.MINA_049_B);
        return !guarded && !certain && !(silent && breaks(Fault.MINA_053_C));
    }

    private Gathered share(Source source, Viewer viewer, boolean silent) {
        var word = index.vouched(source.id());
        var state = state(word, silent);
        if (state == State.TIMEOUT && !breaks(Fault.MINA_052_H)) {
            return nothing(source, state);
        }
        var all = items(source, viewer);
        var first = breaks(Fault.MINA_054_B) ? all : all.subList(0, Math.min(all.size(), Gathering.ITEMS));
        boolean more = breaks(Fault.MINA_054_D) ? all.size() >= Gathering.ITEMS : all.size() > Gathering.ITEMS;
        return new Gathered(
                source,
                state,
                state == State.TIMEOUT ? Optional.empty() : Optional.of(at(word)),
                List.copyOf(first),
                more && !breaks(Fault.MINA_054_A));
    }

    private Gathered nothing(Source source, State state) {
        return new Gathered(source, state, Optional.empty(), List.of(), false);
    }

    private State state(Optional<Vouched> word, boolean silent) {
        if (word.isEmpty()) {
            return breaks(Fault.MINA_052_A) ? State.OK : State.TIMEOUT;
        }
        var now = clock.instant();
        boolean fresh = word.get().isWithin(index.offer().freshFor(), now);
        boolean recent = word.get().isWithin(Gathering.STALE_FOR, now) || breaks(Fault.MINA_052_F);
        if (!recent || (!fresh && breaks(Fault.MINA_052_E)) || (silent && breaks(Fault.MINA_053_B))) {
            return State.TIMEOUT;
        }
        boolean sure = !silent || breaks(Fault.MINA_053_A);
        return sure && (fresh || breaks(Fault.MINA_052_B)) ? State.OK : State.STALE;
    }

    private Instant at(Optional<Vouched> word) {
        if (breaks(Fault.MINA_052_G) && word.isPresent()) {
            return word.get().asOf();
        }
        return word.filter(w -> !breaks(Fault.MINA_052_D)).map(Vouched::at).orElse(clock.instant());
    }

    private List<ObjectNode> items(Source source, Viewer viewer) {
        var now = clock.instant();
        var shown = new ArrayList<ObjectNode>();
        index.entries(source.id()).forEach((id, entry) -> {
            boolean there = entry.isThere(now) || breaks(Fault.MINA_044_A);
            entry.item()
                    .filter(item -> there && viewer.sees(item, settings, clock))
                    .ifPresent(item -> shown.add(new IndexedItem(settings, source, id, item).shown()));
        });
        return breaks(Fault.MINA_054_C) ? shown : new GatheredOrder(settings.with(Set.of())).ordered(shown);
    }

    private boolean breaks(Fault fault) {
        return settings.breaks(fault);
    }
}
