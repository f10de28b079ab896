package example.plankan;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Keeps Plankan's tables. Thread-safe. */
@Singleton
public final class Arenderegister {

    private final DataSource databas;

    /** Creates the register on a database that has the tables. */
    @Inject
    public Arenderegister(DataSource databas) {
        this.databas = databas;
    }

    /** Returns the next number of a series, for example {@code BN 2026-000123}. */
    public String nummer(String serie, int ar) throws SQLException {
        try (Connection connection = databas.getConnection()) {
            kor(connection, "insert into plankan.nummerserie values (?, ?, 0) on conflict do nothing", serie, ar);
            String next = "select senaste from final table"
                    + " (update plankan.nummerserie set senaste = senaste + 1 where serie = ? and ar = ?)";
            return "%s %d-%06d".formatted(serie, ar, Integer.parseInt(kor(connection, next, serie, ar).get(0)));
        }
    }

    /** Returns the ärende with a number, or nothing. */
    public Optional<UUID> med(String diarienr) throws SQLException {
        try (Connection connection = databas.getConnection()) {
            String sql = "select id from plankan.arende where diarienr = ?";
            return kor(connection, sql, diarienr).stream().map(UUID::fromString).findFirst();
        }
    }

    /** Returns the ärenden in the form of a view, {@code rad} or {@code akt}, each as JSON. */
    public List<String> akter(String vy, List<UUID> idn) throws SQLException {
        try (Connection connection = databas.getConnection()) {
            String sql = "select json from plankan." + vy + " where id = any (?) order by inkom desc, diarienr desc";
            return kor(connection, sql, (Object) idn.toArray());
        }
    }

    /** Writes an ärende as it is now, in somebody's transaction as all that follows. */
    public void skriv(Connection connection, Arende arende) throws SQLException {
        UUID id = arende.id();
        kor(
                connection,
                "merge into plankan.arende (id, diarienr, typ, handlaggare, lage, inkom) key (id) values (?, ?, ?, ?, ?, ?)",
                id,
                arende.diarienr().orElse(null),
                arende.typ(),
                arende.handlaggare().orElse(null),
                arende.lage(),
                arende.inkom());
        for (String del : List.of("part", "handling", "beslut")) {
            kor(connection, "delete from plankan." + del + " where arende = ?", id);
        }
        int rad = 0;
        for (Arende.Part part : arende.parter()) {
            lagg(connection, "part", id, ++rad, part.roll(), part.namn(), part.idnr(), part.till().orElse(null));
        }
        for (Arende.Handling handling : arende.handlingar()) {
            lagg(connection, "handling", id, handling.nr(), handling.slag(), handling.titel(), handling.dag());
        }
        for (Arende.Beslut beslut : arende.beslut()) {
            lagg(connection, "beslut", id, ++rad, beslut.slag(), beslut.utfall(), beslut.dag(), beslut.lydelse());
        }
    }

    /** Adds what happened in an ärende. */
    public void handelse(Connection connection, UUID id, Arende.Handelse ny) throws SQLException {
        lagg(connection, "handelse", id, ny.nr(), ny.id(), ny.tid(), ny.slag(), ny.av(), ny.text());
    }

    /** Forgets what these told: händelser, or an ärende, of which all händelser and what is Plankan's own go. */
    public void glom(Connection connection, Set<UUID> idn) throws SQLException {
        Object any = idn.toArray();
        kor(connection, "update plankan.handelse set text = '', av = '' where id = any (?) or arende = any (?)", any, any);
        kor(connection, "update plankan.arende set kontrollansvarig = null where id = any (?)", any);
    }

    /** Says who answers for the controls of the building work (PBL 10:9), which the standard has no word for. */
    public void kontrollansvarig(Connection connection, UUID id, String namn) throws SQLException {
        kor(connection, "update plankan.arende set kontrollansvarig = ? where id = ?", namn, id);
    }

    private static void lagg(Connection connection, String tabell, @Nullable Object... varden) throws SQLException {
        String marks = ", ?".repeat(varden.length).substring(2);
        kor(connection, "insert into plankan." + tabell + " values (" + marks + ")", varden);
    }

    /** Runs a statement and returns the first column of what it finds. */
    private static List<String> kor(Connection connection, String sql, @Nullable Object... varden) throws SQLException {
        try (PreparedStatement sats = connection.prepareStatement(sql)) {
            for (int i = 0; i < varden.length; i++) {
                sats.setObject(i + 1, varden[i]);
            }
            List<String> rader = new ArrayList<>();
            if (sats.execute()) {
                for (ResultSet svar = sats.getResultSet(); svar.next(); ) {
                    rader.add(svar.getString(1));
                }
            }
            return rader;
        }
    }
}
