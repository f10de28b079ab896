package se.ryggrad.core.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.store.AccessLog;
import se.ryggrad.api.cases.store.Reading;
import se.ryggrad.api.organisation.PrincipalId;

/** Keeps the access log in memory. Thread-safe. */
public final class InMemoryAccessLog implements AccessLog {

    private static final Comparator<Reading> LATEST_FIRST = Comparator.comparing(Reading::at)
            .thenComparing(reading -> reading.id().toString())
            .reversed();

    private final Map<Key, List<Reading>> readings = new HashMap<>();

    /** Creates an empty log. */
    public InMemoryAccessLog() {}

    private record Key(PrincipalId principal, CaseId id) {}

    @Override
    public synchronized void record(PrincipalId principal, CaseId id, Reading reading) {
        readings.computeIfAbsent(new Key(principal, id), key -> new ArrayList<>())
                .add(reading);
    }

    @Override
    public Page<Reading> page(PrincipalId principal, CaseId id, PageRequest page) {
        return Page.of(all(principal, id), page);
    }

    @Override
    public synchronized List<Reading> all(PrincipalId principal, CaseId id) {
        return readings.getOrDefault(new Key(principal, id), List.of()).stream()
                .sorted(LATEST_FIRST)
                .toList();
    }

    @Override
    public synchronized void forget(PrincipalId principal, CaseId id, Instant until) {
        readings.computeIfPresent(
                new Key(principal, id),
                (key, kept) -> new ArrayList<>(kept.stream()
                        .filter(reading -> reading.at().isAfter(until))
                        .toList()));
    }
}
