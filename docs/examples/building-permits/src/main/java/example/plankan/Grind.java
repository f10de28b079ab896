package example.plankan;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Is what Plankan asks before it shows or changes an ärende. Each method throws a {@link
 * jakarta.ws.rs.WebApplicationException} with the reason where the officer may not.
 */
public interface Grind {

    /** Returns one page of the ärenden that the officer may see. */
    List<UUID> synliga(String signatur, int sida);

    /** Lets the officer see an ärende. */
    void visa(String signatur, UUID id);

    /** Notes in an ärende what Plankan writes of its own: both are kept, or neither is. */
    void anteckna(String signatur, UUID id, String text, Eget eget);

    /** Writes what is Plankan's own. */
    interface Eget {
        /** Writes on the connection of the note. */
        void skriv(Connection connection) throws SQLException;
    }
}
