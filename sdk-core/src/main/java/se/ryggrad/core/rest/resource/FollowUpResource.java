package se.ryggrad.core.rest.resource;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.FollowUp;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.digest.Sha256;
import se.ryggrad.core.json.FaultTexts;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.cases.ActionReader;
import se.ryggrad.core.json.cases.CaseWriter;
import se.ryggrad.core.rest.CurrentExchange;
import se.ryggrad.core.rest.Exchange;
import se.ryggrad.core.rest.Ports;
import se.ryggrad.core.rest.problem.ProblemTexts;

/** Lets an anonymous submitter follow a case by its code, which stands in the body alone (CASE-038, CASE-039). */
@Path("/{principal}/v1/follow-up")
@RequestScoped
public class FollowUpResource {

    private static final Set<String> ACTIONS = Set.of("message", "supplement", "answer-request");
    private static final String CODE = "followUpCode";

    private Ports ports;
    private CurrentExchange current;

    /** Exists for the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    public FollowUpResource() {}

    /** Creates the resource. */
    @Inject
    public FollowUpResource(Ports ports, CurrentExchange current) {
        this.ports = ports;
        this.current = current;
    }

    /** Answers the reduced view, after the action where one is asked for. */
    @POST
    public Response followUp() {
        Exchange exchange = current.get();
        Optional<JsonTree.ObjectNode> body = exchange.json().root().asObject();
        boolean acts =
                body.filter(object -> object.member("action").isPresent()).isPresent();
        if (acts && exchange.key().isEmpty()) {
            throw ProblemTexts.refusal(
                    ProblemType.MALFORMED, "parameters", FaultTexts.of("Idempotency-Key", FaultCode.REQUIRED));
        }
        String code = code(body);
        Caller caller = new Caller(
                exchange.principal().id(),
                new Actor.Anonymous(),
                exchange.trace().parent());
        FollowUp opened = ports.cases().followUp(caller, code);
        return acts ? act(exchange, caller, code) : Answers.json(exchange, show(exchange, opened));
    }

    private Response act(Exchange exchange, Caller caller, String code) {
        ActionCall call = ActionReader.call(exchange.json());
        if (!ACTIONS.contains(call.name())) {
            throw RyggradException.validation(List.of(FaultTexts.at("/action", FaultCode.UNKNOWN_VALUE)));
        }
        String digest = exchange.body().orElseThrow().digest();
        Once<FollowUp> once = Answers.once(
                anonymous(exchange),
                "POST",
                Sha256.hex(digest),
                ports.clock().instant(),
                opened -> Answers.toKeep(200, Map.of(), exchange, show(exchange, opened)));
        return Answers.kept(ports.cases().followUp(caller, code, call, once).answer());
    }

    private static Exchange anonymous(Exchange exchange) {
        return new Exchange(
                exchange.principal(),
                exchange.path(),
                exchange.variables(),
                exchange.query(),
                Optional.empty(),
                Optional.empty(),
                exchange.language(),
                exchange.trace(),
                exchange.key(),
                exchange.body());
    }

    private static String code(Optional<JsonTree.ObjectNode> body) {
        if (body.isEmpty()) {
            throw RyggradException.validation(List.of(FaultTexts.at("", FaultCode.TYPE)));
        }
        Optional<JsonTree> member = body.get().member(CODE);
        return member.flatMap(JsonTree::asText)
                .orElseThrow(() -> RyggradException.validation(
                        List.of(FaultTexts.at("/" + CODE, member.isEmpty() ? FaultCode.REQUIRED : FaultCode.TYPE))));
    }

    private static JsonTree show(Exchange exchange, FollowUp opened) {
        return CaseWriter.followUp(opened, exchange.language());
    }
}
