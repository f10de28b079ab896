package se.ryggrad.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.api.cases.model.ActorRef;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.store.AuditEntry;
import se.ryggrad.api.cases.store.AuditHead;
import se.ryggrad.api.cases.store.Reading;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.cases.audit.AuditChain;
import se.ryggrad.core.cases.chain.HashChain;
import se.ryggrad.core.jdbc.database.TestDatabases;
import se.ryggrad.core.jdbc.sql.Jdbc;
import se.ryggrad.core.jdbc.sql.Sql;

/** Tests what becomes of readings from before there were salts and digests. */
class EarlierReadingsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T11:00:00.123Z");

    @TempDir
    Path folder;

    @Test
    void sealsAndForgetsThemOnH2() {
        sealsAndForgets(TestDatabases.h2(folder));
    }

    @Test
    void sealsAndForgetsThemOnPostgres() {
        sealsAndForgets(TestDatabases.postgres());
    }

    private static void sealsAndForgets(DataSource database) {
        World world = new World(1, clock -> TestDatabases.plugs(database));
        CaseId kept = submit(world);
        CaseId gone = submit(world);
        Reading reading = earlier(world, database, kept);
        earlier(world, database, gone);

        world.accessLog.forget(People.PRINCIPAL, gone, NOON);
        AuditHead head = world.accessLog.seal(People.PRINCIPAL, People.AUTHORITY, HashChain::after);

        List<AuditEntry> entries = world.accessLog.sealed(People.PRINCIPAL, People.AUTHORITY, 0, 10);
        assertThat(entries).hasSize(2);
        assertThat(entries)
                .flatExtracting(entry ->
                        entry.told().map(AuditEntry.Told::reading).stream().toList())
                .containsExactly(reading);
        assertThat(AuditChain.head(entries)).isEqualTo(head);
        assertThat(world.accessLog.all(People.PRINCIPAL, kept)).containsExactly(reading);
        assertThat(world.accessLog.all(People.PRINCIPAL, gone)).isEmpty();
    }

    private static CaseId submit(World world) {
        return world.submit(People.person(People.ANNA), "plain", "{\"subject\":\"å\"}")
                .shown()
                .id();
    }

    /** Keeps a reading and takes away what readings lacked before. */
    private static Reading earlier(World world, DataSource database, CaseId id) {
        ActorRef system = new ActorRef(
                "system", Optional.of(new ActorId("s")), Optional.empty(), "scope", Optional.empty(), Optional.empty());
        Reading reading = new Reading(UUID.randomUUID(), NOON, Reading.What.CASE, Optional.empty(), system);
        world.accessLog.record(People.PRINCIPAL, List.of(AuditChain.salted(People.AUTHORITY, id, reading)));
        Sql lacking =
                Sql.of("update case_reading set salt = null, content_digest = null where case_id = ?", id.value());
        assertThat(new Jdbc(database).run(lacking::update)).isEqualTo(1);
        return reading;
    }
}
