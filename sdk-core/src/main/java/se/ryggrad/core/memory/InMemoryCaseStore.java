package se.ryggrad.core.memory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseDocument;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.cases.store.CaseStore;
import se.ryggrad.api.cases.store.ChangeSet;
import se.ryggrad.api.cases.store.Commit;
import se.ryggrad.api.cases.store.Memo;
import se.ryggrad.api.catalog.RepresentationRule;
import se.ryggrad.api.events.FeedEvent;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.KeptAnswer;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.registry.Protection;

/** Keeps cases in memory; one lock makes each commit whole. Thread-safe. */
public final class InMemoryCaseStore implements CaseStore {

    private final Map<CaseId, Kept> cases = new LinkedHashMap<>();
    private final Map<Register, Integer> numbers = new HashMap<>();
    private final KeptAnswers answers = new KeptAnswers();
    private final List<Published> feed = new ArrayList<>();
    private final InMemoryDocumentStore documents;
    private final Consumer<List<Message>> outbox;

    /** Creates a store whose cases take their documents from {@code documents} and send no letters. */
    public InMemoryCaseStore(InMemoryDocumentStore documents) {
        this(documents, letters -> {});
    }

    /** Creates a store whose cases take their documents from {@code documents} and give their letters to {@code outbox}. */
    public InMemoryCaseStore(InMemoryDocumentStore documents, Consumer<List<Message>> outbox) {
        this.documents = documents;
        this.outbox = outbox;
    }

    /** Is a case with all that belongs to it. */
    record Kept(
            Case current,
            Optional<AssuranceLevel> assurance,
            RepresentationRule representedBy,
            boolean secret,
            List<CaseEvent> events,
            List<Memo> memos) {

        /** Returns the same with every party changed. */
        Kept with(UnaryOperator<Party> change) {
            List<Party> changed = current.parties().stream().map(change).toList();
            return new Kept(
                    current.toBuilder().parties(changed).build(), assurance, representedBy, secret, events, memos);
        }
    }

    /** Is an event of the feed at its principal. */
    record Published(PrincipalId principal, FeedEvent event) {}

    private record Register(PrincipalId principal, AuthorityId authority, int year) {}

    @Override
    public synchronized Optional<Case> find(PrincipalId principal, CaseId id) {
        return kept(principal, id).map(Kept::current);
    }

    @Override
    public synchronized Optional<Case> findByFollowUp(PrincipalId principal, String followUpDigest) {
        return cases.values().stream()
                .map(Kept::current)
                .filter(each -> each.head().principal().equals(principal))
                .filter(each -> each.followUpDigest().equals(Optional.of(followUpDigest)))
                .findFirst();
    }

    @Override
    public synchronized Page<Case> list(CaseQuery query) {
        List<Case> found = cases.values().stream()
                .filter(each -> CaseFilter.matches(query, each))
                .map(Kept::current)
                .sorted(CaseFilter.order(query.filter()))
                .toList();
        return Page.of(found, query.page());
    }

    @Override
    public synchronized Page<CaseEvent> events(PrincipalId principal, CaseId id, PageRequest page) {
        return Page.of(allEvents(principal, id), page);
    }

    @Override
    public synchronized List<CaseEvent> allEvents(PrincipalId principal, CaseId id) {
        return kept(principal, id).map(Kept::events).orElse(List.of());
    }

    @Override
    public synchronized List<Case> overdue(PrincipalId principal, LocalDate day, int limit) {
        return cases.values().stream()
                .map(Kept::current)
                .filter(each -> each.head().principal().equals(principal))
                .filter(each -> each.head().status().open())
                .filter(each -> each.openRequests().stream().anyMatch(request -> before(request, day)))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Set<Identity> unanswered(CaseQuery query) {
        return cases.values().stream()
                .filter(each -> CaseFilter.matches(query, each))
                .flatMap(each -> each.current().parties().stream())
                .filter(Party::person)
                .filter(party -> party.protection().filter(Protection::answered).isEmpty())
                .map(Party::identity)
                .distinct()
                .limit(query.page().limit())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public synchronized void learn(PrincipalId principal, Map<Identity, Protection> answers) {
        cases.replaceAll((id, kept) -> kept.current().head().principal().equals(principal)
                ? kept.with(each -> learned(each, Optional.ofNullable(answers.get(each.identity()))))
                : kept);
    }

    private static Party learned(Party party, Optional<Protection> answer) {
        Optional<Protection> said = answer.filter(Protection::answered);
        return party.protectedBy(said.or(party::protection).or(() -> answer));
    }

    @Override
    public synchronized List<Memo> memos(PrincipalId principal, CaseId id) {
        return kept(principal, id).map(Kept::memos).orElse(List.of());
    }

    @Override
    public synchronized Optional<KeptAnswer> answer(Claim claim) {
        return answers.find(claim);
    }

    @Override
    public synchronized String nextRegistryNumber(
            PrincipalId principal, AuthorityId authority, String prefix, LocalDate day) {
        int number = numbers.merge(new Register(principal, authority, day.getYear()), 1, Integer::sum);
        return "%s %d/%05d".formatted(prefix, day.getYear(), number);
    }

    @Override
    public synchronized Commit commit(ChangeSet change) {
        Optional<KeptAnswer> claimed = change.kept().flatMap(kept -> answers.find(kept.claim()));
        if (claimed.isPresent()) {
            return new Commit.Claimed(claimed.get());
        }
        Optional<Kept> before = Optional.ofNullable(cases.get(change.after().id()));
        long version =
                before.map(each -> each.current().head().version().number()).orElse(0L);
        if (version != change.expected().number()) {
            return new Commit.Stale();
        }
        if (!documents.use(change.used())) {
            return new Commit.DocumentTaken();
        }
        write(change, before);
        return new Commit.Done();
    }

    /** Returns the feed so far. */
    synchronized List<Published> published() {
        return List.copyOf(feed);
    }

    private void write(ChangeSet change, Optional<Kept> before) {
        Case after = change.after();
        List<CaseEvent> events = new ArrayList<>(before.map(Kept::events).orElse(List.of()));
        List<Memo> memos = new ArrayList<>(before.map(Kept::memos).orElse(List.of()));
        change.erased().ifPresent(erased -> {
            events.replaceAll(event -> erased.takes(event) ? event.erased(erased.by()) : event);
            before.ifPresent(kept -> erase(erased, kept.current(), memos));
        });
        events.addAll(change.events());
        memos.removeIf(memo -> change.memos().removed().contains(memo.id()));
        memos.addAll(change.memos().added());
        Kept kept = new Kept(
                after,
                change.assurance(),
                change.representedBy(),
                change.secret(),
                List.copyOf(events),
                List.copyOf(memos));
        cases.put(
                after.id(),
                kept.with(party -> party.protectedBy(party.protection().or(() -> last(after, party)))));
        change.kept()
                .ifPresent(each -> answers.keep(
                        each.claim(), resource(change).toString(), each.answer(), Optional.of(after.id())));
        change.events().forEach(event -> publish(change, event));
        outbox.accept(change.letters());
    }

    private void erase(ChangeSet.Erased erased, Case before, List<Memo> memos) {
        answers.erase(before.id());
        if (erased instanceof ChangeSet.Erased.Parts parts) {
            documents.remove(parts.documents());
        } else {
            documents.remove(before.documents().stream().map(CaseDocument::id).collect(Collectors.toSet()));
            memos.clear();
        }
    }

    /** Returns what was last answered about the person in another case. */
    private Optional<Protection> last(Case written, Party party) {
        return cases.values().stream()
                .map(Kept::current)
                .filter(each -> each.head().principal().equals(written.head().principal()))
                .flatMap(each -> each.parties().stream())
                .filter(each -> each.person() && each.identity().equals(party.identity()))
                .flatMap(each -> each.protection().stream())
                .reduce(Protection::or);
    }

    private static UUID resource(ChangeSet change) {
        boolean memo = change.events().isEmpty() && !change.memos().added().isEmpty();
        return memo ? change.memos().added().get(0).id() : change.after().id().value();
    }

    private void publish(ChangeSet change, CaseEvent event) {
        Case after = change.after();
        feed.add(new Published(
                after.head().principal(),
                new FeedEvent(
                        feed.size() + 1L,
                        event.id(),
                        after.id(),
                        event.type(),
                        event.recordedAt(),
                        event.sequence(),
                        event.seal().hash(),
                        after.head().authority(),
                        after.head().service().id(),
                        after.head().status(),
                        change.traceparent())));
    }

    private Optional<Kept> kept(PrincipalId principal, CaseId id) {
        return Optional.ofNullable(cases.get(id))
                .filter(each -> each.current().head().principal().equals(principal));
    }

    private static boolean before(Request request, LocalDate day) {
        return request.runsUntil().filter(due -> due.isBefore(day)).isPresent();
    }
}
