package se.ryggrad.core.rest.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import se.ryggrad.api.Problem;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.core.rest.Breakdown;
import se.ryggrad.core.rest.CurrentExchange;
import se.ryggrad.core.rest.Refusals;
import se.ryggrad.core.rest.problem.ProblemTexts;

/** Turns whatever a resource throws into a problem; what nobody foresaw says nothing of itself. */
@Provider
@ApplicationScoped
public class ThrowableMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(ThrowableMapper.class.getName());

    private CurrentExchange current;

    /** Exists for the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    public ThrowableMapper() {}

    /** Creates the mapper. */
    @Inject
    public ThrowableMapper(CurrentExchange current) {
        this.current = current;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        Refusals refusals = current.refusals();
        if (thrown instanceof RyggradException refused) {
            return refusals.answer(refused.problem());
        }
        if (thrown instanceof NotFoundException || thrown instanceof NotAllowedException) {
            return refusals.answer(Problem.of(ProblemType.NOT_FOUND, ProblemTexts.detail("no-path")));
        }
        if (thrown instanceof ClientErrorException) {
            return refusals.answer(Problem.of(ProblemType.MALFORMED, ProblemTexts.detail("parameters")));
        }
        LOG.log(
                System.Logger.Level.ERROR,
                "a request failed, trace " + refusals.trace().traceId(),
                Breakdown.of(thrown));
        return refusals.answer(Problem.of(ProblemType.INTERNAL, ProblemTexts.detail("internal")));
    }
}
