package se.ryggrad.core.rest.resource;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.AccessAudit;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.core.json.FaultTexts;
import se.ryggrad.core.json.JsonDocument;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.cases.AuditWriter;
import se.ryggrad.core.rest.CurrentExchange;
import se.ryggrad.core.rest.Exchange;
import se.ryggrad.core.rest.Ports;
import se.ryggrad.core.rest.problem.ProblemTexts;

/** Serves the access log of an authority to its auditor (CASE-099 to CASE-102). */
@Path("/{principal}/v1/authorities/{authorityId}/access-log")
@RequestScoped
public class AccessAuditResource {

    private static final int DEFAULT_LIMIT = 100;

    private Ports ports;
    private CurrentExchange current;

    /** Exists for the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    public AccessAuditResource() {}

    /** Creates the resource. */
    @Inject
    public AccessAuditResource(Ports ports, CurrentExchange current) {
        this.ports = ports;
        this.current = current;
    }

    /** Answers the sealed readings after a position; {@code next} goes on where the answer ends. */
    @GET
    public Response read() {
        Exchange exchange = admitted();
        int limit = exchange.number("limit", DEFAULT_LIMIT);
        AccessAudit.Stretch stretch =
                ports.audit().read(exchange.caller(), authority(exchange), exchange.parameter("after"), limit);
        JsonTree body = JsonTree.object()
                .put("items", stretch.items().stream().map(AuditWriter::entry).toList())
                .put("limit", limit)
                .put("next", stretch.next())
                .build();
        return Answers.json(exchange, body);
    }

    /** Gives every reading that was answered its place, and answers the head. */
    @POST
    @Path("seals")
    public Response seal() {
        Exchange exchange = admitted();
        AccessAudit.Call call = new AccessAudit.Call(authority(exchange), () -> check(exchange.json()));
        Once<AccessAudit.Seal> once = Answers.once(
                exchange,
                "POST",
                exchange.body().orElseThrow().digest(),
                ports.clock().instant(),
                seal -> Answers.toKeep(200, Map.of(), exchange, AuditWriter.seal(seal)));
        return Answers.kept(ports.audit().seal(exchange.caller(), call, once).answer());
    }

    /** Returns what is asked, by whoever may; who they are is judged before their level. */
    private Exchange admitted() {
        Exchange exchange = current.get();
        OfficerLevel.check(
                exchange.actor(),
                ports.settings().minimumAssurance(),
                () -> ports.audit().requireAuditor(exchange.caller(), authority(exchange)));
        return exchange;
    }

    /** Returns the authority that the path names; what cannot be one is refused like another's (CASE-101). */
    private static AuthorityId authority(Exchange exchange) {
        try {
            return new AuthorityId(exchange.variables().get(0));
        } catch (IllegalArgumentException otherForm) {
            throw RyggradException.of(ProblemType.FORBIDDEN, ProblemTexts.detail("no-group"), otherForm);
        }
    }

    /** Refuses a body that is no object; nothing in it needs to be said. */
    private static void check(JsonDocument body) {
        List<Fault> faults = new ArrayList<>(body.faults());
        if (body.root().asObject().isEmpty()) {
            faults.add(FaultTexts.at("", FaultCode.TYPE));
        }
        if (!faults.isEmpty()) {
            throw RyggradException.validation(faults);
        }
    }
}
