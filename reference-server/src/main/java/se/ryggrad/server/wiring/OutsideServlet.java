package se.ryggrad.server.wiring;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import se.ryggrad.core.rest.gate.Outside;

/** Answers at every address that nothing else has, and in place of the container's error pages. */
@WebServlet("/")
public class OutsideServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Outside.answer(request, response);
    }
}
