package se.ryggrad.core.client;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.Cases;
import se.ryggrad.api.cases.EventView;
import se.ryggrad.api.cases.Precondition;
import se.ryggrad.api.cases.Started;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.cases.store.Memo;
import se.ryggrad.api.cases.store.Reading;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.organisation.UnitId;
import se.ryggrad.core.client.http.Ask;
import se.ryggrad.core.client.http.Calls;
import se.ryggrad.core.client.http.Query;
import se.ryggrad.core.client.http.Reply;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.cases.client.ActionWriter;
import se.ryggrad.core.json.cases.client.CaseReader;
import se.ryggrad.core.json.cases.client.EventReader;
import se.ryggrad.core.json.cases.client.ReadingReader;
import se.ryggrad.core.json.cases.client.SearchWriter;
import se.ryggrad.core.json.cases.client.SubmissionWriter;

/** Begins, reads and acts on the cases of another system. Thread-safe. */
final class RemoteCases implements Cases {

    private static final int MOST_TAGS = 10_000;
    private static final String CASES = "/cases";

    /** A tag that no system gives: the version that was seen is not the current one. */
    private static final String GONE = "\"0-gone\"";

    private final Calls calls;
    private final SeenTags tags = new SeenTags(MOST_TAGS);

    RemoteCases(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Written<Started> start(Caller caller, StartCall call, Once<Started> once) {
        JsonTree.ObjectNode body = SubmissionWriter.submission(call.body().get());
        Reply reply = calls.send(Ask.write(caller, CASES, body, once.claim().key()));
        Started started = reply.read(json -> CaseReader.started(json, caller));
        keep(caller, started.view(), reply);
        return Outcomes.first(once, started);
    }

    @Override
    public CaseView find(Caller caller, CaseId id) {
        Reply reply = calls.send(Ask.read(caller, of(id)));
        CaseView view = reply.read(json -> CaseReader.view(json, caller));
        keep(caller, view, reply);
        return view;
    }

    @Override
    public Page<CaseView> list(Caller caller, CaseQuery.Filter filter, PageRequest page) {
        String path = Query.of(page)
                .with("status", status(filter.statuses()))
                .with("service", filter.service().map(ServiceId::value))
                .with("updatedSince", filter.updatedSince().map(Formats::text))
                .with("officer", officer(filter))
                .with("unit", filter.unit().map(UnitId::value))
                .at(CASES);
        return calls.send(Ask.read(caller, path)).page(page, json -> CaseReader.item(json, caller));
    }

    @Override
    public Page<CaseView> search(Caller caller, CaseQuery.Search search, PageRequest page) {
        Ask ask = Ask.search(caller, Query.of(page).at(CASES + "/searches"), SearchWriter.search(search));
        return calls.send(ask).page(page, json -> CaseReader.item(json, caller));
    }

    @Override
    public Page<EventView> events(Caller caller, CaseId id, PageRequest page) {
        return page(caller, id, "/events", page, EventReader::event);
    }

    @Override
    public Page<Reading> accessLog(Caller caller, CaseId id, PageRequest page) {
        return page(caller, id, "/access-log", page, ReadingReader::reading);
    }

    @Override
    public Written<CaseView> act(
            Caller caller, CaseId id, ActionCall call, Optional<Precondition> precondition, Once<CaseView> once) {
        Optional<String> tag = precondition.map(condition -> tag(caller, id, condition));
        Reply reply = calls.send(action(caller, id, call, once).ifMatch(tag));
        CaseView view = reply.read(json -> CaseReader.view(json, caller));
        keep(caller, view, reply);
        return Outcomes.first(once, view);
    }

    @Override
    public Written<Memo> memo(Caller caller, CaseId id, ActionCall call, Once<Memo> once) {
        return Outcomes.first(once, calls.send(action(caller, id, call, once)).read(EventReader::memo));
    }

    @Override
    public List<Memo> memos(Caller caller, CaseId id) {
        return Page.all(PageRequest.MAXIMUM_LIMIT, page -> page(caller, id, "/memos", page, EventReader::memo))
                .toList();
    }

    @Override
    public Memo memo(Caller caller, CaseId id, UUID memo) {
        return calls.send(Ask.read(caller, of(id) + "/memos/" + memo)).read(EventReader::memo);
    }

    private <T> Page<T> page(
            Caller caller, CaseId id, String list, PageRequest page, Function<JsonTree.ObjectNode, T> reader) {
        return calls.send(Ask.read(caller, Query.of(page).at(of(id) + list))).page(page, reader);
    }

    private static Ask action(Caller caller, CaseId id, ActionCall call, Once<?> once) {
        return Ask.write(
                caller,
                of(id) + "/actions",
                ActionWriter.action(call.body().get()),
                once.claim().key());
    }

    /** Returns the tag of what the caller saw: remembered, or that of the case now if it is what the caller saw. */
    private String tag(Caller caller, CaseId id, Precondition precondition) {
        Optional<String> kept =
                precondition instanceof Precondition.AtVersion at ? tags.find(caller, id, at.seen()) : Optional.empty();
        return kept.orElseGet(() -> {
            CaseView now = find(caller, id);
            return precondition.holds(now)
                    ? tags.find(caller, id, now.shown().head().version()).orElseThrow(Reply::otherwise)
                    : GONE;
        });
    }

    private void keep(Caller caller, CaseView view, Reply reply) {
        reply.header("ETag").ifPresent(tag -> tags.keep(caller, view, tag));
    }

    private static Optional<String> status(Set<CaseStatus> statuses) {
        if (statuses.size() > 1) {
            throw new IllegalArgumentException("the standard lists cases of one status at a time, or of all");
        }
        return statuses.stream().map(CaseStatus::code).findFirst();
    }

    private static Optional<String> officer(CaseQuery.Filter filter) {
        if (filter.unassigned() && filter.officer().isPresent()) {
            throw new IllegalArgumentException("no case is an officer's and nobody's");
        }
        return filter.unassigned() ? Optional.of("none") : filter.officer().map(ActorId::value);
    }

    private static String of(CaseId id) {
        return CASES + '/' + id.value();
    }
}
