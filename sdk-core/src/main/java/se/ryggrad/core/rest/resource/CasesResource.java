package se.ryggrad.core.rest.resource;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.ryggrad.api.cases.Started;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.organisation.UnitId;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.cases.CaseWriter;
import se.ryggrad.core.json.cases.SubmissionReader;
import se.ryggrad.core.rest.CurrentExchange;
import se.ryggrad.core.rest.Exchange;
import se.ryggrad.core.rest.Ports;

/** Lists cases and begins them (CASE-001, CASE-020 to CASE-022). */
@Path("/{principal}/v1/cases")
@RequestScoped
public class CasesResource {

    private Ports ports;
    private CurrentExchange current;

    /** Exists for the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    public CasesResource() {}

    /** Creates the resource. */
    @Inject
    public CasesResource(Ports ports, CurrentExchange current) {
        this.ports = ports;
        this.current = current;
    }

    /** Answers the cases that the caller may see. */
    @GET
    public Response list() {
        Exchange exchange = current.get();
        OfficerLevel.check(exchange.actor(), ports.settings().minimumAssurance());
        return Answers.list(
                exchange,
                ports.cases().list(exchange.caller(), filter(exchange), exchange.page()),
                view -> CaseWriter.item(view, exchange.language()));
    }

    /** Begins a case. */
    @POST
    public Response start() {
        Exchange exchange = current.get();
        OfficerLevel.check(exchange.actor(), ports.settings().minimumAssurance());
        Once<Started> once = Answers.once(
                exchange,
                "POST",
                exchange.body().orElseThrow().digest(),
                ports.clock().instant(),
                started -> answer(exchange, started));
        return Answers.kept(ports.cases()
                .start(exchange.caller(), SubmissionReader.call(exchange.json()), once)
                .answer());
    }

    private static Answer answer(Exchange exchange, Started started) {
        JsonTree.ObjectNode shown = CaseWriter.view(started.view(), exchange.language());
        String tag = EntityTags.of(started.view(), exchange.actor().id(), shown);
        String location =
                exchange.address("/cases/" + started.view().shown().id().value());
        JsonTree body = JsonTree.object()
                .putAll(shown)
                .putText("followUpCode", started.followUpCode())
                .build();
        return Answers.toKeep(201, Map.of("Location", location, "ETag", tag), exchange, body);
    }

    private static CaseQuery.Filter filter(Exchange exchange) {
        Optional<String> officer = exchange.parameter("officer");
        return new CaseQuery.Filter(
                exchange.parameter("status").map(CasesResource::statuses).orElse(Set.of()),
                exchange.parameter("service").map(ServiceId::new),
                exchange.parameter("updatedSince").flatMap(Formats::instant),
                officer.filter(text -> !"none".equals(text)).map(text -> officer(exchange, text)),
                officer.filter("none"::equals).isPresent(),
                exchange.parameter("unit").map(UnitId::new));
    }

    private static Set<CaseStatus> statuses(String code) {
        return Arrays.stream(CaseStatus.values())
                .filter(status -> status.code().equals(code))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static ActorId officer(Exchange exchange, String text) {
        return "me".equals(text) ? exchange.actor().id() : new ActorId(text);
    }
}
