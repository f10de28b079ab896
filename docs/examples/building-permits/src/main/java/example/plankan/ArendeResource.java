package example.plankan;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.security.Principal;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Shows ärenden to the officers' program, and changes them. The container knows who the officer is. */
@Path("/arenden")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.TEXT_PLAIN)
public class ArendeResource {

    private final Arenderegister register;
    private final Grind grind;
    private final Principal vem;

    /** Creates the resource. */
    @Inject
    public ArendeResource(Arenderegister register, Grind grind, Principal vem) {
        this.register = register;
        this.grind = grind;
        this.vem = vem;
    }

    /** Lists a page of ärenden. */
    @GET
    public String lista(@QueryParam("sida") int sida) throws SQLException {
        return register.akter("rad", grind.synliga(vem.getName(), sida)).toString();
    }

    /** Shows an ärende with its parties, documents, decisions and what has happened. */
    @GET
    @Path("{nr}")
    public String visa(@PathParam("nr") String nr) throws SQLException {
        UUID id = id(nr);
        grind.visa(vem.getName(), id);
        return register.akter("akt", List.of(id)).get(0);
    }

    /** Says who answers for the controls. */
    @PUT
    @Path("{nr}/kontrollansvarig")
    public void kontrollansvarig(@PathParam("nr") String nr, String namn) throws SQLException {
        UUID id = id(nr);
        Grind.Eget eget = transaktion -> register.kontrollansvarig(transaktion, id, namn);
        grind.anteckna(vem.getName(), id, "Kontrollansvarig: " + namn, eget);
    }

    private UUID id(String nr) throws SQLException {
        return register.med(nr).orElseThrow(NotFoundException::new);
    }
}
