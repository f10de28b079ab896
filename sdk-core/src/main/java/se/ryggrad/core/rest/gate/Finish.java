package se.ryggrad.core.rest.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import se.ryggrad.core.rest.CurrentExchange;

/** Puts on every answer what every answer has: trace, caching and what it varies by (CORE-040 to 043). */
@Provider
@ApplicationScoped
public class Finish implements ContainerResponseFilter {

    private CurrentExchange current;

    /** Exists for the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    public Finish() {}

    /** Creates the filter. */
    @Inject
    public Finish(CurrentExchange current) {
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle("traceparent", current.refusals().trace().parent());
        boolean open = Boolean.FALSE.equals(request.getProperty(Gate.PERSONAL)) && response.getStatus() < 400;
        headers.putSingle("Cache-Control", open ? "no-cache" : "no-store");
        if (response.getStatus() >= 400 && Boolean.TRUE.equals(request.getProperty(Gate.UNREAD))) {
            headers.putSingle("Connection", "close");
        }
        headers.putSingle("Vary", "Authorization, On-Behalf-Of, Accept-Language");
    }
}
