package se.ryggrad.server.security;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Publishes the test issuer's public key, where there is one. */
@WebServlet(TestIssuer.PATH + "/jwks.json")
public class TestIssuerServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private transient @Nullable Trust trust;

    /** Takes whom the server trusts. */
    @Inject
    public void trust(Trust given) {
        trust = given;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<TestIssuer> issuer = Objects.requireNonNull(trust).testIssuer();
        if (issuer.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/jwk-set+json");
        response.getWriter().print(issuer.get().jwks());
    }
}
