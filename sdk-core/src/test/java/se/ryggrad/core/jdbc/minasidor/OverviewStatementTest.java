package se.ryggrad.core.jdbc.minasidor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.minasidor.MinaSidor;
import se.ryggrad.api.minasidor.Overview;
import se.ryggrad.api.minasidor.OverviewInquiry;
import se.ryggrad.api.minasidor.OverviewTerms;
import se.ryggrad.api.minasidor.PresentedToken;
import se.ryggrad.api.minasidor.index.IndexKey;
import se.ryggrad.api.minasidor.index.OverviewIndex;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.contract.minasidor.Pushes;
import se.ryggrad.core.jdbc.database.CountingDataSource;
import se.ryggrad.core.jdbc.database.TestDatabases;
import se.ryggrad.core.minasidor.index.Guard;
import se.ryggrad.core.minasidor.index.PushedSources;
import se.ryggrad.core.minasidor.portal.Portal;
import se.ryggrad.core.minasidor.register.ExchangeClient;
import se.ryggrad.core.minasidor.register.PortalRegister;
import se.ryggrad.core.minasidor.register.RegisteredSource;
import se.ryggrad.core.registry.Protections;

/** Tests that an overview of sources that push is one statement, whatever their number (ADR 64). */
class OverviewStatementTest {
    private static final String ISSUER = "https://login.example.se";
    private static final int PUSH = 3;

    private final CountingDataSource counting = new CountingDataSource(TestDatabases.postgres());
    private final OverviewIndex index = new JdbcOverviewIndex(counting.dataSource());

    @Test
    void readsAllSourcesByOneStatement() {
        int sources = 290;
        IntStream.range(0, sources).forEach(each -> index.vouch(People.PRINCIPAL, source(each), Pushes.NOW));
        MinaSidor few = portal(2);
        MinaSidor many = portal(sources);
        index.push(key(0), Pushes.push(1), 100, Pushes.NOW);
        index.push(key(1), Pushes.push(1), 100, Pushes.NOW);

        assertThat(counting.statements(() -> assertWhole(few, 2, 2))).isOne();
        IntStream.range(2, sources).forEach(each -> index.push(key(each), Pushes.push(1), 100, Pushes.NOW));
        assertThat(counting.statements(() -> assertWhole(many, sources, sources)))
                .isOne();
    }

    @Test
    void takesAnItemByThreeStatements() {
        IndexKey key = key(0);

        assertThat(counting.statements(() -> index.push(key, Pushes.push(1), 100, Pushes.NOW)))
                .isEqualTo(PUSH);
        assertThat(counting.statements(() -> index.push(key, Pushes.push(2), 100, Pushes.NOW)))
                .isEqualTo(PUSH);
        assertThat(counting.statements(() -> index.push(key, Pushes.push(2), 100, Pushes.NOW)))
                .isOne();
    }

    private static void assertWhole(MinaSidor portal, int sources, int items) {
        Overview overview = portal.overview(new OverviewInquiry(
                People.person(People.ANNA),
                new PresentedToken("own", ISSUER, Optional.empty()),
                new PageRequest(1, 20, true)));
        assertThat(overview.sources()).hasSize(sources);
        assertThat(overview.page().total()).hasValue(items);
        assertThat(overview.complete()).isTrue();
    }

    private MinaSidor portal(int sources) {
        Clock clock = Clock.fixed(Pushes.NOW, ZoneOffset.UTC);
        PortalRegister register = new PortalRegister(
                new OverviewTerms(Duration.ofSeconds(1), Duration.ofHours(1), 100, 1 << 20),
                List.of(new ExchangeClient(ISSUER, URI.create(ISSUER + "/token"), "portal", "secret")),
                Map.of(
                        People.PRINCIPAL,
                        IntStream.range(0, sources)
                                .mapToObj(OverviewStatementTest::registered)
                                .toList()));
        return new Portal(register, new PushedSources(register, index, new Guard(Protections.NOBODY), clock), clock);
    }

    private static RegisteredSource registered(int number) {
        return new RegisteredSource(
                source(number),
                new LocalizedText("Källan", "The source"),
                URI.create("https://etjanster.example.se/" + number),
                Set.of(),
                Set.of(ISSUER),
                Optional.of("client-" + number));
    }

    private static IndexKey key(int source) {
        return new IndexKey(People.PRINCIPAL, source(source), UUID.randomUUID());
    }

    private static String source(int number) {
        return "source-" + number;
    }
}
