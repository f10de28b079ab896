package se.ryggrad.server.load;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGPoolingDataSource;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.minasidor.MinaSidor;
import se.ryggrad.api.minasidor.Overview;
import se.ryggrad.api.minasidor.OverviewInquiry;
import se.ryggrad.api.minasidor.OverviewTerms;
import se.ryggrad.api.minasidor.PresentedToken;
import se.ryggrad.api.minasidor.index.OverviewIndex;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.jdbc.minasidor.JdbcOverviewIndex;
import se.ryggrad.core.jdbc.sql.SchemaMigration;
import se.ryggrad.core.jdbc.sql.Sql;
import se.ryggrad.core.minasidor.index.Guard;
import se.ryggrad.core.minasidor.index.PushedSources;
import se.ryggrad.core.minasidor.portal.Portal;
import se.ryggrad.core.minasidor.register.ExchangeClient;
import se.ryggrad.core.minasidor.register.PortalRegister;
import se.ryggrad.core.minasidor.register.RegisteredSource;
import se.ryggrad.core.registry.Protections;
import se.ryggrad.server.settings.DefaultDatabase;

/**
 * Measures overviews of 290 sources that push, for 10 000 people with 20 items each, on both databases; beside them the plain
 * reading of the same rows by JDBC, and overviews of 290 sources that are asked over HTTP.
 */
public final class IndexLoad {

    private static final int OVERVIEWS = 5_000;
    private static final int PUSHES = 2_000;
    private static final int ASKED = 40;
    private static final int CONNECTIONS = 8;
    private static final PrincipalId PRINCIPAL = new PrincipalId("2581");
    private static final String ACR = "http://id.elegnamnden.se/loa/1.0/loa3";
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final DataSource database;
    private final OverviewIndex index;
    private final MinaSidor portal;
    private final PushedCounty county = new PushedCounty(PRINCIPAL);

    private IndexLoad(DataSource database) {
        this.database = database;
        this.index = new JdbcOverviewIndex(database);
        ExchangeClient client = new ExchangeClient(
                PlayedCounty.ISSUER, URI.create("https://login.example.se/token"), "portal", "secret");
        PortalRegister register = new PortalRegister(
                OverviewTerms.DEFAULT,
                List.of(client),
                Map.of(
                        PRINCIPAL,
                        IntStream.range(0, PushedCounty.SOURCES)
                                .mapToObj(IndexLoad::source)
                                .toList()));
        Guard guard = new Guard(Protections.NOBODY);
        Clock clock = Clock.systemUTC();
        this.portal = new Portal(register, new PushedSources(register, index, guard, clock), clock);
    }

    /** Measures, and prints what it saw. */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        JdbcConnectionPool h2 = JdbcConnectionPool.create(
                DefaultDatabase.at(Files.createTempDirectory("index-load").resolve("ryggrad")), "ryggrad", "");
        h2.setMaxConnections(CONNECTIONS);
        new IndexLoad(h2).run("H2");
        h2.dispose();
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            new IndexLoad(pool(server)).run("PostgreSQL");
        }
        asked();
    }

    @SuppressWarnings("deprecation") // a small pool is all that is needed
    private static DataSource pool(EmbeddedPostgres server) {
        PGPoolingDataSource pool = new PGPoolingDataSource();
        pool.setUrl(server.getJdbcUrl("postgres", "postgres"));
        pool.setMaxConnections(CONNECTIONS);
        return pool;
    }

    private void run(String name) throws SQLException, InterruptedException {
        SchemaMigration.migrate(database, List.of(PRINCIPAL));
        county.fill(database, index);
        if (name.equals("PostgreSQL")) {
            try (Connection connection = database.getConnection()) {
                Sql.of("analyze").update(connection);
            }
        }
        IntConsumer overview = number -> check(overview(portal, person(number)));
        IntConsumer plain = number -> plain(person(number));
        Samples.of(OVERVIEWS / 10, overview);
        Samples.of(OVERVIEWS / 10, plain);
        Samples.of(OVERVIEWS, overview).print(name + ", overviews");
        Samples.of(OVERVIEWS, plain).print(name + ", plain select of the same rows");
        Samples.of(PUSHES, number -> county.push(index, number)).print(name + ", items pushed");
    }

    private static int person(int number) {
        return (int) (number * 7_919L % PushedCounty.PEOPLE);
    }

    private static Overview overview(MinaSidor portal, int person) {
        Actor actor = new Actor.Person(
                new ActorId("person-" + person),
                PushedCounty.person(person),
                "Någon",
                Optional.of(AssuranceLevel.LOA3));
        return portal.overview(new OverviewInquiry(
                new Caller(PRINCIPAL, actor, TRACE),
                new PresentedToken("own", PlayedCounty.ISSUER, Optional.of(ACR)),
                new PageRequest(1, 20, true)));
    }

    private static void check(Overview overview) {
        if (!overview.complete() || overview.page().total().orElse(0) != PushedCounty.ITEMS) {
            throw new IllegalStateException("an overview that is not whole");
        }
    }

    private void plain(int person) {
        Identity owner = PushedCounty.person(person);
        Sql sql = Sql.of(
                "select source, item, body from overview_item where principal = ? and owner_value = ?"
                        + " and owner_scheme = ? order by place, source, item",
                PRINCIPAL.value(),
                owner.value(),
                owner.scheme().name());
        try (Connection connection = database.getConnection()) {
            if (sql.list(connection, row -> row.getString("body")).size() < PushedCounty.ITEMS) {
                throw new IllegalStateException("too few rows");
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static RegisteredSource source(int number) {
        return new RegisteredSource(
                PushedCounty.source(number),
                new LocalizedText("Källa " + number, "Source " + number),
                URI.create("https://etjanster.example.se/" + number),
                Set.of("https://minasidor.example.se"),
                Set.of(PlayedCounty.ISSUER),
                Optional.of("client-" + number));
    }

    /** Asks as many sources as push, in the same process. */
    private static void asked() throws IOException, InterruptedException {
        try (PlayedCounty played = new PlayedCounty()) {
            PortalRegister register = new PortalRegister(
                    OverviewTerms.DEFAULT,
                    List.of(played.client()),
                    Map.of(PRINCIPAL, played.sources(PushedCounty.SOURCES)));
            MinaSidor portal = OverviewLoad.portal(register);
            Samples.of(ASKED / 4, number -> overview(portal, number));
            Samples.of(ASKED, number -> overview(portal, number)).print("290 sources asked over HTTP");
        }
    }
}
