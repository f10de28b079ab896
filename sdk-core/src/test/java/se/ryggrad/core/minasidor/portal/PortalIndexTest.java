package se.ryggrad.core.minasidor.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ryggrad.core.minasidor.portal.AskedPortal.ids;
import static se.ryggrad.core.minasidor.portal.AskedPortal.source;
import static se.ryggrad.core.minasidor.portal.PlayedSources.holding;
import static se.ryggrad.core.minasidor.portal.PlayedSources.item;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Representation;
import se.ryggrad.api.identity.RepresentationKind;
import se.ryggrad.api.identity.RepresentationRight;
import se.ryggrad.api.minasidor.AskedSource;
import se.ryggrad.api.minasidor.GatheredItem;
import se.ryggrad.api.minasidor.Overview;
import se.ryggrad.api.minasidor.OverviewKind;
import se.ryggrad.api.minasidor.SourceState;
import se.ryggrad.api.minasidor.index.IndexKey;
import se.ryggrad.api.minasidor.index.PushedItem;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.contract.minasidor.Pushes;

/** Tests overviews of sources that are asked and sources that push (MINA-036, MINA-049, MINA-050). */
class PortalIndexTest {

    private static final UUID ID = UUID.fromString("9b2f7c1e-3d4a-4f5b-8c6d-7e8f9a0b1c2d");

    private PlayedSources played;

    @BeforeEach
    void play() throws IOException {
        played = new PlayedSources();
    }

    @AfterEach
    void stop() {
        played.close();
    }

    @Test
    void mixesWhatWasPushedWithWhatIsAnswered() {
        played.with("steady", holding(item("due-late", 2, "\"dueOn\": \"2026-12-24\""), item("old", 1)))
                .pushing("pushed", holding(item("asked-all-the-same", 1)));
        AskedPortal asked = new AskedPortal(played);
        push(asked, Pushes.item(People.identity(People.ANNA), Pushes.asked(LocalDate.of(2026, 12, 14))));

        Overview overview = asked.overview();

        assertThat(ids(overview)).containsExactly(ID.toString(), "due-late", "old");
        assertThat(overview.sources()).extracting(AskedSource::id).containsExactly("pushed", "steady");
        assertThat(source(overview, "pushed"))
                .isEqualTo(new AskedSource(
                        "pushed",
                        played.registered("pushed").title(),
                        SourceState.OK,
                        Optional.of(AskedPortal.NOW),
                        1,
                        false));
        assertThat(overview.complete()).isTrue();
        assertThat(played.calls("pushed")).isEmpty();
    }

    @Test
    void asksNobodyWhereAllPush() {
        played.pushing("pushed", holding());
        AskedPortal asked = new AskedPortal(played);
        push(asked, Pushes.item(People.identity(People.ANNA)));

        assertThat(ids(asked.overview())).containsExactly(ID.toString());
        assertThat(played.calls()).isEmpty();
    }

    @Test
    void showsAKindAndALinkAsOfAnAnswer() {
        played.pushing("pushed", holding());
        AskedPortal asked = new AskedPortal(played);
        PushedItem.Content elsewhere = Pushes.asked(LocalDate.of(2026, 12, 14));
        push(asked, Pushes.item(People.identity(People.ANNA), elsewhere));
        GatheredItem shown = asked.overview().page().items().get(0);

        assertThat(shown.kind()).isEqualTo(OverviewKind.INFORMATION);
        assertThat(link(asked, "https://elsewhere.example.se/1")).isEmpty();
        assertThat(link(asked, "javascript:alert(1)")).isEmpty();
        assertThat(link(asked, "https://pushed.example.se/1")).contains(URI.create("https://pushed.example.se/1"));
    }

    private static Optional<URI> link(AskedPortal asked, String link) {
        PushedItem.Content plain = Pushes.content(Pushes.NOW);
        IndexKey key = new IndexKey(People.PRINCIPAL, "pushed", UUID.randomUUID());
        PushedItem.Content linked = new PushedItem.Content(
                plain.kind(),
                plain.title(),
                plain.status(),
                plain.updatedAt(),
                false,
                Optional.empty(),
                Optional.of(link));
        asked.index()
                .push(key, Pushes.push(1, Pushes.item(People.identity(People.ANNA), linked)), 100, AskedPortal.NOW);
        return asked.overview().page().items().stream()
                .filter(each -> each.id().equals(key.item().toString()))
                .findFirst()
                .orElseThrow()
                .link();
    }

    @Test
    void asksASourceThatPushesForWhomTheIndexCannotJudge() {
        played.pushing("pushed", PlayedSources.answering(403, call -> "{}"));
        AskedPortal asked = new AskedPortal(played);
        push(asked, Pushes.item(People.identity(People.BERTIL)));

        Overview overview = asked.overview(inOneService());

        assertThat(source(overview, "pushed").state()).isEqualTo(SourceState.DENIED);
        assertThat(overview.page().items()).isEmpty();
        assertThat(played.calls("pushed")).isNotEmpty();
        assertThat(ids(asked.overview(AskedPortal.forBertil()))).containsExactly(ID.toString());
    }

    private static Caller inOneService() {
        Caller anna = AskedPortal.forBertil();
        Representation bounded = new Representation(
                UUID.randomUUID(),
                RepresentationKind.POWER_OF_ATTORNEY,
                People.identity(People.BERTIL),
                "Bertil",
                Set.of(RepresentationRight.READ),
                false,
                Optional.of(Set.of("bygglov")),
                Optional.empty());
        return new Caller(anna.principal(), anna.actor(), Optional.of(bounded), anna.traceparent());
    }

    private static void push(AskedPortal asked, PushedItem item) {
        asked.index().push(new IndexKey(People.PRINCIPAL, "pushed", ID), Pushes.push(1, item), 100, AskedPortal.NOW);
        asked.index().vouch(People.PRINCIPAL, "pushed", AskedPortal.NOW);
    }
}
