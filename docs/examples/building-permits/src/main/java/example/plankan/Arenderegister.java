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
        try (Connection tx = databas.getConnection()) {
            kor(tx, "insert into plankan.nummerserie values (?, ?, 0) on conflict do nothing", serie, ar);
            String next = "select senaste from final table"
                    + " (update plankan.nummerserie set senaste = senaste + 1 where serie = ? and ar = ?)";
            int nytt = Integer.parseInt(kor(tx, next, serie, ar).get(0));
            return "%s %d-%06d".formatted(serie, ar, nytt);
        }
    }

    /** Returns the ärende with a number, or nothing. */
    public Optional<UUID> med(String diarienr) throws SQLException {
        try (Connection tx = databas.getConnection()) {
            String sql = "select id from plankan.arende where diarienr = ?";
            return kor(tx, sql, diarienr).stream().map(UUID::fromString).findFirst();
        }
    }

    /** Returns the ärenden in the form of a view, {@code rad} or {@code akt}, each as JSON. */
    public List<String> akter(String vy, List<UUID> idn) throws SQLException {
        try (Connection tx = databas.getConnection()) {
            String sql = "select json from plankan." + vy + " where id = any (?) order by inkom desc, diarienr desc";
            return kor(tx, sql, (Object) idn.toArray());
        }
    }

    /** Writes an ärende as it is now, in somebody's transaction as all that follows. */
    public void skriv(Connection tx, Arende arende) throws SQLException {
        UUID id = arende.id();
        String sql = "merge into plankan.arende (id, diarienr, typ, handlaggare, lage, inkom) key (id)"
                + " values (?, ?, ?, ?, ?, ?)";
        kor(tx, sql, id, arende.diarienr(), arende.typ(), arende.handlaggare(), arende.lage(), arende.inkom());
        for (String del : List.of("part", "handling", "beslut")) {
            kor(tx, "delete from plankan." + del + " where arende = ?", id);
        }
        int rad = 0;
        for (Arende.Part ny : arende.parter()) {
            lagg(tx, "part", id, ++rad, ny.roll(), ny.namn(), ny.idnr(), ny.till());
        }
        for (Arende.Handling ny : arende.handlingar()) {
            lagg(tx, "handling", id, ny.nr(), ny.slag(), ny.titel(), ny.dag());
        }
        for (Arende.Beslut nytt : arende.beslut()) {
            lagg(tx, "beslut", id, ++rad, nytt.slag(), nytt.utfall(), nytt.dag(), nytt.lydelse());
        }
    }

    /** Adds what happened in an ärende. */
    public void handelse(Connection tx, UUID id, Arende.Handelse ny) throws SQLException {
        lagg(tx, "handelse", id, ny.nr(), ny.id(), ny.tid(), ny.slag(), ny.av(), ny.text());
    }

    /** Forgets what these told: händelser, or an ärende, of which all händelser and what is Plankan's own go. */
    public void glom(Connection tx, Set<UUID> idn) throws SQLException {
        Object any = idn.toArray();
        kor(tx, "update plankan.handelse set text = '', av = '' where id = any (?)", any);
        kor(tx, "update plankan.handelse set text = '', av = '' where arende = any (?)", any);
        kor(tx, "update plankan.arende set kontrollansvarig = null where id = any (?)", any);
    }

    /** Says who answers for the controls of the building work (PBL 10:9), which the standard has no word for. */
    public void kontrollansvarig(Connection tx, UUID id, String namn) throws SQLException {
        kor(tx, "update plankan.arende set kontrollansvarig = ? where id = ?", namn, id);
    }

    private static void lagg(Connection tx, String tabell, Object... varden) throws SQLException {
        String marks = ", ?".repeat(varden.length).substring(2);
        kor(tx, "insert into plankan." + tabell + " values (" + marks + ")", varden);
    }

    /** Runs a statement and returns the first column of what it finds. */
    private static List<String> kor(Connection tx, String sql, Object... varden) throws SQLException {
        try (PreparedStatement sats = tx.prepareStatement(sql)) {
            for (int i = 0; i < varden.length; i++) {
                sats.setObject(i + 1, varden[i] instanceof Optional<?> kanske ? kanske.orElse(null) : varden[i]);
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
