package se.ryggrad.core.client.served;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import se.ryggrad.core.rest.CurrentExchange;
import se.ryggrad.core.rest.Ports;
import se.ryggrad.core.rest.resource.AccessAuditResource;
import se.ryggrad.core.rest.resource.CaseResource;
import se.ryggrad.core.rest.resource.CaseSearchesResource;
import se.ryggrad.core.rest.resource.CasesResource;
import se.ryggrad.core.rest.resource.FeedResource;

/**
 * Finds the resource that a request is for.
 *
 * @param ports what the resources delegate to
 */
record Routes(Ports ports) {

    Response answer(Request request, CurrentExchange current) {
        String collection = request.segments().get(0);
        return switch (collection) {
            case "cases" -> cases(request, current);
            case "events" -> new FeedResource(ports, current).read();
            case "authorities" -> audit(request, new AccessAuditResource(ports, current));
            default -> throw new IllegalArgumentException("nothing is served at /" + collection);
        };
    }

    private Response cases(Request request, CurrentExchange current) {
        boolean post = "POST".equals(request.method());
        if (request.segments().size() == 1) {
            CasesResource cases = new CasesResource(ports, current);
            return post ? cases.start() : cases.list();
        }
        if (post && "searches".equals(request.segments().get(1))) {
            return new CaseSearchesResource(ports, current).search();
        }
        return one(request, new CaseResource(ports, current));
    }

    private static Response one(Request request, CaseResource resource) {
        String below = String.join(
                "/", request.segments().subList(2, request.segments().size()));
        return switch (below) {
            case "" -> resource.find(null);
            case "events" -> resource.events();
            case "access-log" -> resource.accessLog();
            case "actions" -> resource.act(headers(request));
            case "memos" -> resource.memos();
            default -> resource.memo();
        };
    }

    private static Response audit(Request request, AccessAuditResource resource) {
        return "POST".equals(request.method()) ? resource.seal() : resource.read();
    }

    /** Returns the headers as the resource of a case asks for them. */
    private static HttpHeaders headers(Request request) {
        return (HttpHeaders) Proxy.newProxyInstance(
                Routes.class.getClassLoader(),
                new Class<?>[] {HttpHeaders.class},
                (proxy, method, arguments) -> request.headers().get((String) arguments[0]));
    }
}
