package se.ryggrad.core.minasidor.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ryggrad.core.minasidor.portal.AskedPortal.ids;
import static se.ryggrad.core.minasidor.portal.AskedPortal.source;
import static se.ryggrad.core.minasidor.portal.PlayedSources.answering;
import static se.ryggrad.core.minasidor.portal.PlayedSources.holding;
import static se.ryggrad.core.minasidor.portal.PlayedSources.item;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.minasidor.AskedSource;
import se.ryggrad.api.minasidor.Overview;
import se.ryggrad.api.minasidor.SourceState;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.json.JsonTree;

/** Tests when an earlier answer takes the place of one that does not come, and when a source is left alone (MINA-028 to MINA-033). */
class PortalMemoryTest {

    private static final HttpHandler GOOD = holding(item("1", 1));
    private static final HttpHandler BROKEN = answering(500, call -> "{}");
    private static final HttpHandler DENYING = answering(403, call -> "{}");

    private PlayedSources played;
    private AskedPortal portal;

    @BeforeEach
    void play() throws IOException {
        played = new PlayedSources().with("wavering", GOOD);
        portal = new AskedPortal(played);
    }

    @AfterEach
    void stop() {
        played.close();
    }

    @Test
    void showsTheEarlierAnswerAndWhenItCame() {
        portal.overview();
        portal.clock().advance(Duration.ofMinutes(10));
        played.with("wavering", BROKEN);
        Overview overview = portal.overview();

        assertThat(ids(overview)).containsExactly("1");
        AskedSource told = source(overview, "wavering");
        assertThat(told.state()).isEqualTo(SourceState.STALE);
        assertThat(told.at()).contains(AskedPortal.NOW);
        assertThat(told.count()).isOne();
        assertThat(overview.complete()).isFalse();
    }

    @Test
    void showsItForNoLongerThanItPromises() {
        portal.overview();
        portal.clock().advance(Duration.ofHours(1).plusSeconds(1));
        played.with("wavering", BROKEN);

        assertThat(state(portal.overview())).isEqualTo(SourceState.FAILED);
    }

    @Test
    void showsItToNobodyElse() {
        portal.overview();
        played.with("wavering", BROKEN);

        assertThat(state(portal.overview(People.person(People.BERTIL)))).isEqualTo(SourceState.FAILED);
        assertThat(state(portal.overview(AskedPortal.forBertil()))).isEqualTo(SourceState.FAILED);
        assertThat(state(portal.overview())).isEqualTo(SourceState.STALE);
    }

    @Test
    void showsItAtNoOtherLevel() {
        String low = "http://id.elegnamnden.se/loa/1.0/loa2";
        portal.overview();
        played.with("wavering", BROKEN)
                .changing(claims ->
                        JsonTree.object().putAll(claims).put("acr", low).build());

        assertThat(state(portal.overview(People.person(People.ANNA), low, new PageRequest(1, 20, false))))
                .isEqualTo(SourceState.FAILED);
    }

    @Test
    void showsItNeverAgainOnceTheSourceHasDenied() {
        portal.overview();
        played.with("wavering", DENYING);
        assertThat(state(portal.overview())).isEqualTo(SourceState.DENIED);
        played.with("wavering", BROKEN);

        assertThat(state(portal.overview())).isEqualTo(SourceState.FAILED);
    }

    @Test
    void showsNothingEarlierOfASourceThatTellsOfSomebodyElse() {
        portal.overview();
        played.with("wavering", holding(item("1", 1).replace("SUB", "another")));
        Overview overview = portal.overview();

        assertThat(state(overview)).isEqualTo(SourceState.FAILED);
        assertThat(ids(overview)).isEmpty();
    }

    @Test
    void showsNothingEarlierWhenTheTokenIsWrong() {
        portal.overview();
        played.issuing(answering(200, call -> PlayedSources.answer(AskedPortal.OWN)));

        assertThat(state(portal.overview())).isEqualTo(SourceState.FAILED);
        assertThat(ids(portal.overview())).isEmpty();
    }

    @Test
    void asksAtEachOverviewUntilFiveInARowFailed() {
        portal.overview();
        played.with("wavering", BROKEN);
        for (int time = 0; time < 8; time++) {
            assertThat(state(portal.overview())).isEqualTo(SourceState.STALE);
        }

        assertThat(played.calls("wavering")).hasSize(1 + 5);
        assertThat(state(portal.overview(People.person(People.BERTIL)))).isEqualTo(SourceState.FAILED);
        assertThat(played.calls("wavering")).hasSize(1 + 5);
    }

    @Test
    void asksAtEachOverviewASourceThatDenies() {
        played.with("wavering", DENYING);
        for (int time = 0; time < 7; time++) {
            portal.overview();
        }

        assertThat(played.calls("wavering")).hasSize(7);
    }

    @Test
    void doesNotBlameASourceForItsIssuer() {
        played.issuing(answering(500, call -> "{}"));
        for (int time = 0; time < 7; time++) {
            assertThat(state(portal.overview())).isEqualTo(SourceState.FAILED);
        }
        assertThat(played.calls("wavering")).isEmpty();
        assertThat(played.calls()).hasSize(7);
    }

    private static SourceState state(Overview overview) {
        return source(overview, "wavering").state();
    }
}
