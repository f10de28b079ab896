package se.ryggrad.core.memory;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.store.AccessLog;
import se.ryggrad.api.cases.store.AuditEntry;
import se.ryggrad.api.cases.store.AuditHead;
import se.ryggrad.api.cases.store.LoggedReading;
import se.ryggrad.api.cases.store.Reading;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.KeptAnswer;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.PrincipalId;

/** Keeps the access log in memory. Thread-safe. */
public final class InMemoryAccessLog implements AccessLog {

    private static final Comparator<Reading> LATEST_FIRST = Comparator.comparing(Reading::at)
            .thenComparing(reading -> reading.id().toString())
            .reversed();

    private final Map<OfCase, List<Kept>> cases = new HashMap<>();
    private final Map<OfAuthority, Log> logs = new HashMap<>();
    private final KeptAnswers answers = new KeptAnswers();

    /** Creates an empty log. */
    public InMemoryAccessLog() {}

    private record OfCase(PrincipalId principal, CaseId id) {}

    private record OfAuthority(PrincipalId principal, AuthorityId authority) {}

    @Override
    public synchronized void record(PrincipalId principal, List<LoggedReading> readings) {
        for (LoggedReading reading : readings) {
            Kept kept = new Kept(reading);
            cases.computeIfAbsent(new OfCase(principal, reading.caseId()), key -> new ArrayList<>())
                    .add(kept);
            log(principal, reading.authority()).waiting.add(kept);
        }
    }

    @Override
    public Page<Reading> page(PrincipalId principal, CaseId id, PageRequest page) {
        return Page.of(all(principal, id), page);
    }

    @Override
    public synchronized List<Reading> all(PrincipalId principal, CaseId id) {
        return cases.getOrDefault(new OfCase(principal, id), List.of()).stream()
                .flatMap(kept -> kept.told.stream())
                .map(AuditEntry.Told::reading)
                .sorted(LATEST_FIRST)
                .toList();
    }

    @Override
    public synchronized void forget(PrincipalId principal, CaseId id, Instant until) {
        cases.getOrDefault(new OfCase(principal, id), List.of()).forEach(kept -> kept.forget(until));
    }

    @Override
    public synchronized AuditHead seal(PrincipalId principal, AuthorityId authority, Chain chain) {
        return log(principal, authority).seal(chain);
    }

    @Override
    public synchronized AuditHead head(PrincipalId principal, AuthorityId authority) {
        return log(principal, authority).head();
    }

    @Override
    public synchronized List<AuditEntry> sealed(PrincipalId principal, AuthorityId authority, long after, int limit) {
        return log(principal, authority).places.stream()
                .skip(after)
                .limit(limit)
                .map(Place::entry)
                .toList();
    }

    @Override
    public synchronized Optional<KeptAnswer> answer(Claim claim) {
        return answers.find(claim);
    }

    @Override
    public synchronized Optional<KeptAnswer> keep(Claim claim, Answer answer) {
        Optional<KeptAnswer> before = answers.find(claim);
        if (before.isEmpty()) {
            answers.keep(claim, "", answer);
        }
        return before;
    }

    private Log log(PrincipalId principal, AuthorityId authority) {
        return logs.computeIfAbsent(new OfAuthority(principal, authority), key -> new Log());
    }

    /** Is the log of one authority. */
    private static final class Log {

        private final Deque<Kept> waiting = new ArrayDeque<>();
        private final List<Place> places = new ArrayList<>();

        AuditHead head() {
            return places.isEmpty()
                    ? AuditHead.START
                    : places.get(places.size() - 1).head();
        }

        AuditHead seal(Chain chain) {
            while (!waiting.isEmpty()) {
                Kept next = waiting.remove();
                places.add(new Place(chain.after(head(), next.contentDigest), next));
            }
            return head();
        }
    }

    /** Is a place in the log, and what has it. */
    private record Place(AuditHead head, Kept kept) {

        AuditEntry entry() {
            return new AuditEntry(head.sequence(), kept.told, kept.contentDigest, head.hash());
        }
    }

    /** Is a reading that is kept; the log guards it. */
    private static final class Kept {

        private final String contentDigest;
        private Optional<AuditEntry.Told> told;

        Kept(LoggedReading logged) {
            contentDigest = logged.contentDigest();
            told = Optional.of(new AuditEntry.Told(logged.caseId(), logged.reading(), logged.salt()));
        }

        void forget(Instant until) {
            told = told.filter(each -> each.reading().at().isAfter(until));
        }
    }
}
