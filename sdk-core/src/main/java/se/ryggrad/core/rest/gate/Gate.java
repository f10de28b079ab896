package se.ryggrad.core.rest.gate;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.Problem;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.Representation;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.registry.RegistryInquiry;
import se.ryggrad.core.identity.VerifiedToken;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.rest.Breakdown;
import se.ryggrad.core.rest.CurrentExchange;
import se.ryggrad.core.rest.Exchange;
import se.ryggrad.core.rest.Intake;
import se.ryggrad.core.rest.Ports;
import se.ryggrad.core.rest.Refusals;
import se.ryggrad.core.rest.Trace;
import se.ryggrad.core.rest.problem.ProblemTexts;

/**
 * Checks every request before a resource is looked for, in the standard's order (CORE-007): path, method,
 * token, kind of actor and scope, media types, size, headers and query, representation, syntax of JSON.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class Gate implements ContainerRequestFilter {

    static final String PERSONAL = "se.ryggrad.personal";
    static final String UNREAD = "se.ryggrad.unread";

    private static final System.Logger LOG = System.getLogger(Gate.class.getName());

    private final SeenOfficers seen = new SeenOfficers();
    private Ports ports;
    private CurrentExchange current;
    private Intake intake;

    /** Exists for the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    public Gate() {}

    /** Creates the gate to what {@code ports} serve. */
    @Inject
    public Gate(Ports ports, CurrentExchange current, Intake intake) {
        this.ports = ports;
        this.current = current;
        this.intake = intake;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        RequestHeaders headers = new RequestHeaders(request.getHeaders());
        Trace trace = Trace.of(headers.first("traceparent").orElse(null));
        Optional<Route> route = Route.of(request.getUriInfo().getPath(false), ports.principals(), this::offered);
        Optional<String> metadata =
                route.map(found -> found.principal().baseUrl() + "/.well-known/oauth-protected-resource");
        Refusals refusals = new Refusals(headers.language(), trace, metadata);
        current.refuseBy(refusals);
        request.setProperty(UNREAD, headers.announcesBody());
        try {
            pass(request, headers, refusals, route);
        } catch (Tokens.InvalidTokenException invalid) {
            LocalizedText detail = ProblemTexts.detail("bad-token");
            request.abortWith(refusals.invalidToken(Problem.of(ProblemType.NOT_AUTHENTICATED, detail)));
        } catch (RyggradException refused) {
            request.abortWith(refusals.answer(refused.problem()));
        } catch (RuntimeException broken) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "a request failed at the gate, trace " + trace.traceId(),
                    Breakdown.of(broken));
            LocalizedText detail = ProblemTexts.detail("internal");
            request.abortWith(refusals.answer(Problem.of(ProblemType.INTERNAL, detail)));
        }
    }

    private void pass(ContainerRequestContext request, RequestHeaders headers, Refusals refusals, Optional<Route> found)
            throws Tokens.InvalidTokenException {
        Route route = found.orElseThrow(() -> ProblemTexts.refusal(ProblemType.NOT_FOUND, "no-path"));
        Optional<Operation> operation = route.operation(request.getMethod());
        if (operation.isPresent()) {
            enter(request, headers, refusals, new Passage(route, operation.get()));
        } else if ("OPTIONS".equals(request.getMethod())) {
            request.abortWith(Response.ok("")
                    .type("text/plain")
                    .header("Allow", route.allow())
                    .build());
        } else {
            Problem problem = Problem.of(ProblemType.METHOD_NOT_ALLOWED, ProblemTexts.detail("no-method"));
            request.abortWith(refusals.methodNotAllowed(problem, route.allow()));
        }
    }

    private void enter(ContainerRequestContext request, RequestHeaders headers, Refusals refusals, Passage passage)
            throws Tokens.InvalidTokenException {
        Operation operation = passage.operation();
        var query = request.getUriInfo().getQueryParameters();
        Optional<VerifiedToken> token =
                Tokens.verified(ports.tokens(), passage.route().principal(), headers, query);
        Tokens.admit(operation.access(), token);
        request.setProperty(PERSONAL, token.isPresent() || operation.takes() != Operation.Takes.NOTHING);
        if (!headers.accepts(operation.produces())) {
            throw ProblemTexts.refusal(ProblemType.NOT_ACCEPTABLE, "not-acceptable");
        }
        Bodies bodies = new Bodies(
                intake, ports.settings().json(), ports.settings().documents().bytes());
        byte[] octets = bodies.octets(operation.takes(), token.isEmpty(), headers, request);
        request.setProperty(UNREAD, operation.takes() == Operation.Takes.OCTETS);
        Preconditions checked = Preconditions.check(
                passage, headers, query, token, ports.settings().documents().feed());
        Optional<Representation> representation = operation.access().represents()
                ? represented(passage.route(), headers, token, refusals.trace())
                : Optional.empty();
        Optional<Exchange.Body> body =
                operation.takes() == Operation.Takes.JSON ? Optional.of(bodies.parse(octets)) : Optional.empty();
        note(passage.route(), token);
        current.pass(new Exchange(
                passage.route().principal(),
                passage.route().path(),
                passage.route().variables(),
                checked.query(),
                token,
                representation,
                refusals.language(),
                refusals.trace(),
                checked.key(),
                body));
    }

    /** Returns by what a person acts for another, as On-Behalf-Of asks for; a wrong id is refused like any other. */
    private Optional<Representation> represented(
            Route route, RequestHeaders headers, Optional<VerifiedToken> token, Trace trace) {
        List<String> given = headers.values("On-Behalf-Of");
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Optional<UUID> id = given.size() == 1 ? Formats.uuid(given.get(0).strip()) : Optional.empty();
        Optional<RegistryInquiry> inquiry =
                token.flatMap(asking -> asking.inquiry(route.principal().id(), trace.parent()));
        Optional<Representation> found = id.flatMap(
                named -> inquiry.flatMap(asked -> ports.representations().find(asked, named)));
        return Optional.of(found.orElseThrow(() -> ProblemTexts.refusal(ProblemType.FORBIDDEN, "representation")));
    }

    private boolean offered(PrincipalId principal, Operation operation) {
        if (Operations.messages(operation)) {
            return ports.messages().isPresent();
        }
        if (Operations.sends(operation)) {
            return ports.webhooks().isPresent();
        }
        if (Operations.gathers(operation)) {
            return ports.portal().terms(principal).isPresent();
        }
        if (Operations.indexes(operation)) {
            return ports.intake().terms(principal).isPresent();
        }
        return !Operations.publishes(operation) || ports.settings().catalogueImport();
    }

    private void note(Route route, Optional<VerifiedToken> token) {
        if (token.isPresent() && token.get().actor() instanceof Actor.Officer officer) {
            seen.tell(ports.officers(), route.principal().id(), officer);
        }
    }
}
