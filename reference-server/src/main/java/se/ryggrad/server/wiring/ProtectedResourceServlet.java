package se.ryggrad.server.wiring;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.api.organisation.Principals;

/**
 * Serves the protected-resource document (RFC 9728) at the host's root too, where section 3.1 puts it: with a base URL's
 * path behind it for that principal, without for the first one.
 */
@WebServlet({"/.well-known/oauth-protected-resource", "/.well-known/oauth-protected-resource/*"})
public class ProtectedResourceServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String DOCUMENT = "/.well-known/oauth-protected-resource";

    private transient @Nullable Principals principals;

    /** Takes the principals. */
    @Inject
    public void principals(Principals given) {
        principals = given;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<String> base = basePath(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (base.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else {
            request.getRequestDispatcher(base.get() + DOCUMENT).forward(request, response);
        }
    }

    private Optional<String> basePath(String wanted) {
        return Objects.requireNonNull(principals).all().stream()
                .map(ProtectedResourceServlet::path)
                .filter(path -> wanted.isEmpty() || path.equals(wanted))
                .findFirst();
    }

    private static String path(Principal principal) {
        return "/ryggrad/" + principal.id().value() + "/v1";
    }
}
