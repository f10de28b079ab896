package se.ryggrad.core.rest.resource;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ryggrad.api.Page;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.store.Memo;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.cases.ActionReader;
import se.ryggrad.core.json.cases.CaseWriter;
import se.ryggrad.core.json.cases.EventWriter;
import se.ryggrad.core.json.cases.ReadingWriter;
import se.ryggrad.core.rest.CurrentExchange;
import se.ryggrad.core.rest.Exchange;
import se.ryggrad.core.rest.Ports;

/** Shows one case and acts on it (CASE, HAND). */
@Path("/{principal}/v1/cases/{caseId}")
@RequestScoped
public class CaseResource {

    private static final String MEMO = "memo";

    private Ports ports;
    private CurrentExchange current;

    /** Exists for the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    public CaseResource() {}

    /** Creates the resource. */
    @Inject
    public CaseResource(Ports ports, CurrentExchange current) {
        this.ports = ports;
        this.current = current;
    }

    /** Answers the case as the caller may see it. */
    @GET
    public Response find(@HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        Exchange exchange = admitted();
        CaseView view = ports.cases().find(exchange.caller(), caseId(exchange));
        JsonTree shown = CaseWriter.view(view, exchange.language());
        String tag = EntityTags.of(view, exchange.actor().id(), shown);
        return Answers.tagged(exchange, shown, tag, Optional.ofNullable(ifNoneMatch));
    }

    /** Answers the timeline. */
    @GET
    @Path("events")
    public Response events() {
        Exchange exchange = admitted();
        return Answers.list(
                exchange,
                ports.cases().events(exchange.caller(), caseId(exchange), exchange.page()),
                event -> EventWriter.event(event, exchange.language()));
    }

    /** Answers who has read the case. */
    @GET
    @Path("access-log")
    public Response accessLog() {
        Exchange exchange = admitted();
        return Answers.list(
                exchange,
                ports.cases().accessLog(exchange.caller(), caseId(exchange), exchange.page()),
                ReadingWriter::reading);
    }

    /** Acts on the case. */
    @POST
    @Path("actions")
    public Response act(@Context HttpHeaders headers) {
        Exchange exchange = admitted();
        ActionCall call = ActionReader.call(exchange.json());
        if (MEMO.equals(call.name())) {
            Once<Memo> once = once(exchange, memo -> memoAnswer(exchange, memo));
            return Answers.kept(ports.cases()
                    .memo(exchange.caller(), caseId(exchange), call, once)
                    .answer());
        }
        List<String> given = headers.getRequestHeader("If-Match");
        Optional<String> ifMatch = Optional.ofNullable(given).map(values -> String.join(",", values));
        Once<CaseView> once = once(exchange, view -> answer(exchange, view));
        return Answers.kept(ports.cases()
                .act(
                        exchange.caller(),
                        caseId(exchange),
                        call,
                        EntityTags.precondition(ifMatch, exchange.actor().id()),
                        once)
                .answer());
    }

    /** Answers the working papers. */
    @GET
    @Path("memos")
    public Response memos() {
        Exchange exchange = admitted();
        List<Memo> memos = ports.cases().memos(exchange.caller(), caseId(exchange));
        return Answers.list(exchange, Page.of(memos, exchange.page()), EventWriter::memo);
    }

    /** Answers one working paper. */
    @GET
    @Path("memos/{memoId}")
    public Response memo() {
        Exchange exchange = admitted();
        return Answers.json(
                exchange, EventWriter.memo(ports.cases().memo(exchange.caller(), caseId(exchange), exchange.id(1))));
    }

    private Exchange admitted() {
        Exchange exchange = current.get();
        OfficerLevel.check(
                exchange.actor(),
                ports.settings().minimumAssurance(),
                () -> ports.cases().requireVisible(exchange.caller(), caseId(exchange)));
        return exchange;
    }

    private <T> Once<T> once(Exchange exchange, java.util.function.Function<T, Answer> render) {
        String digest = exchange.body().orElseThrow().digest();
        return Answers.once(exchange, "POST", digest, ports.clock().instant(), render);
    }

    private static CaseId caseId(Exchange exchange) {
        return new CaseId(exchange.id(0));
    }

    private static Answer answer(Exchange exchange, CaseView view) {
        JsonTree shown = CaseWriter.view(view, exchange.language());
        String tag = EntityTags.of(view, exchange.actor().id(), shown);
        return Answers.toKeep(200, Map.of("ETag", tag), exchange, shown);
    }

    private static Answer memoAnswer(Exchange exchange, Memo memo) {
        String location = exchange.address("/cases/" + exchange.variables().get(0) + "/memos/" + memo.id());
        return Answers.toKeep(201, Map.of("Location", location), exchange, EventWriter.memo(memo));
    }
}
