package se.ryggrad.core.minasidor.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static se.ryggrad.core.minasidor.portal.AskedPortal.ids;
import static se.ryggrad.core.minasidor.portal.AskedPortal.source;
import static se.ryggrad.core.minasidor.portal.PlayedSources.answering;
import static se.ryggrad.core.minasidor.portal.PlayedSources.endless;
import static se.ryggrad.core.minasidor.portal.PlayedSources.holding;
import static se.ryggrad.core.minasidor.portal.PlayedSources.item;
import static se.ryggrad.core.minasidor.portal.PlayedSources.list;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.minasidor.AskedSource;
import se.ryggrad.api.minasidor.GatheredItem;
import se.ryggrad.api.minasidor.Overview;
import se.ryggrad.api.minasidor.OverviewKind;
import se.ryggrad.api.minasidor.SourceState;
import se.ryggrad.core.cases.People;

/** Tests what a portal shows of what sources answer (MINA-011 to MINA-024). */
class PortalTest {

    private static final Duration MARGIN = Duration.ofMillis(500);

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
    void gathersAllSourcesInOneOrder() {
        played.with("steady", holding(item("old", 1), item("due-late", 2, "\"dueOn\": \"2026-12-24\"")))
                .with("second", holding(item("new", 9), item("due-soon", 3, "\"dueOn\": \"2026-12-01\"")));
        Overview overview = new AskedPortal(played).overview();

        assertThat(ids(overview)).containsExactly("due-soon", "due-late", "new", "old");
        assertThat(overview.sources()).extracting(AskedSource::id).containsExactly("second", "steady");
        assertThat(overview.sources()).allSatisfy(source -> {
            assertThat(source.state()).isEqualTo(SourceState.OK);
            assertThat(source.count()).isEqualTo(2);
            assertThat(source.at()).contains(AskedPortal.NOW);
        });
        assertThat(overview.complete()).isTrue();
        assertThat(overview.page().total()).isEqualTo(OptionalLong.of(4));
    }

    @Test
    void cutsPagesOutOfTheWhole() {
        played.with("steady", holding(item("a", 1), item("b", 2), item("c", 3)));
        Overview second = new AskedPortal(played)
                .overview(People.person(People.ANNA), PlayedSources.ACR, new PageRequest(2, 2, true));

        assertThat(ids(second)).containsExactly("a");
        assertThat(second.page().more()).isFalse();
        assertThat(source(second, "steady").count()).isEqualTo(3);
    }

    @Test
    void showsWhatTheSourceGaveCharacterByCharacter() {
        String markup = "\"title\": {\"sv\": \"<b>Å & ä</b>\", \"en\": \"\\u202e<script>\"}, ";
        played.with(
                "steady",
                holding(item(
                                "1",
                                1,
                                "\"link\": \"https://steady.example.se/%C3%A5?x=1#y\"",
                                "\"dueOn\": \"2026-12-01\"")
                        .replaceFirst("\"title\": \\{[^}]*},\\s*", Matcher.quoteReplacement(markup))
                        .replace("{\"for\"", "{\"more\": {\"unknown\": 1}, \"for\"")));
        GatheredItem shown = new AskedPortal(played).overview().page().items().get(0);

        assertThat(shown.title()).isEqualTo(new LocalizedText("<b>Å & ä</b>", "\u202e<script>"));
        assertThat(shown.link()).contains(URI.create("https://steady.example.se/%C3%A5?x=1#y"));
        assertThat(shown.dueOn()).contains(LocalDate.of(2026, 12, 1));
        assertThat(shown.source()).isEqualTo("steady");
    }

    @Test
    void takesAKindThatItDoesNotKnowForInformation() {
        played.with(
                "steady",
                holding(
                        item("1", 1).replace("\"case\"", "\"library-fee\""),
                        item("2", 2).replace("\"case\"", "\"invoice\"")));

        assertThat(new AskedPortal(played).overview().page().items())
                .extracting(GatheredItem::kind)
                .containsExactly(OverviewKind.INVOICE, OverviewKind.INFORMATION);
    }

    @Test
    void showsTheLatestOfThoseWithOneId() {
        played.with("steady", holding(item("1", 5), item("1", 9), item("1", 7), item("2", 8)))
                .with("second", holding(item("1", 6)));
        Overview overview = new AskedPortal(played).overview();

        assertThat(overview.page().items())
                .extracting(one -> one.source() + one.id() + one.updatedAt())
                .containsExactly(
                        "steady12026-11-27T12:09:00Z", "steady22026-11-27T12:08:00Z", "second12026-11-27T12:06:00Z");
        assertThat(source(overview, "steady").count()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://steady.example.se/1",
                "https://steady.example.se.evil.se/1",
                "https://steady.example.se:8443/1",
                "https://anna@steady.example.se/1",
                "https://steady.example.se\\\\@evil.se/",
                "https://steady.example.se@evil.se/",
                "//steady.example.se/1",
                "/1",
                "javascript:alert(1)",
                "https://second.example.se/1",
                ""
            })
    void leavesOutALinkThatLeadsElsewhere(String link) {
        played.with("steady", holding(item("1", 1, "\"link\": \"" + link + "\"")));
        Overview overview = new AskedPortal(played).overview();

        assertThat(ids(overview)).containsExactly("1");
        assertThat(overview.page().items().get(0).link()).isEmpty();
        assertThat(source(overview, "steady").state()).isEqualTo(SourceState.OK);
    }

    @Test
    void tellsThatASourceHasMore() {
        played.with(
                        "steady",
                        answering(
                                200,
                                call -> list(item("1", 1)).replace("SUB", PlayedSources.subject(call)),
                                "Link",
                                "<https://x.se/1>; rel=\"prev\", <https://x.se/2?a=;rel=next>; title=\"x\"; rel=\"last"
                                        + " next\""))
                .with("second", answering(200, call -> list(), "Link", "<https://x.se/next>; rel=\"nextish\""));
        Overview overview = new AskedPortal(played).overview();

        assertThat(source(overview, "steady").more()).isTrue();
        assertThat(source(overview, "second").more()).isFalse();
        assertThat(overview.complete()).isFalse();
    }

    @Test
    void answersInTimeWhateverSourcesDo() {
        played.with("dripping", endless(true)).with("hung", endless(false)).with("steady", holding(item("1", 1)));
        AskedPortal portal = new AskedPortal(played);
        long begun = System.nanoTime();
        Overview overview = portal.overview();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(AskedPortal.DEADLINE.plus(MARGIN));
        assertThat(source(overview, "hung").state()).isEqualTo(SourceState.TIMEOUT);
        assertThat(source(overview, "dripping").state()).isEqualTo(SourceState.TIMEOUT);
        assertThat(source(overview, "hung").at()).isEmpty();
        assertThat(ids(overview)).containsExactly("1");
        assertThat(overview.complete()).isFalse();
    }

    @Test
    void endsTheConnectionOfACallThatIsGivenUp() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        played.with("dripping", exchange -> {
            try {
                endless(true).handle(exchange);
            } finally {
                ended.countDown();
            }
        });
        new AskedPortal(played).overview();

        assertThat(ended.await(2, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"items\": [",
                "{\"items\": []}",
                "{\"items\": [], \"page\": 0, \"limit\": 100}",
                "{\"items\": [], \"page\": 1, \"limit\": 101}",
                "{\"items\": [], \"page\": 1, \"page\": 1, \"limit\": 20}",
                "{\"items\": [{}], \"page\": 1, \"limit\": 20}",
                "{\"items\": [1], \"page\": 1, \"limit\": 20}",
                "{\"items\": {}, \"page\": 1, \"limit\": 20}",
            })
    void showsNothingOfAnAnswerThatIsNone(String body) {
        failed(answering(200, call -> body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"id\": \"1\"->\"id\": \"\"",
                "\"id\": \"1\"->\"id\": 1",
                "\"kind\": \"case\",->",
                "\"actionRequired\": false->\"actionRequired\": \"no\"",
                ":01:00.000Z->:01:00Z",
                "11-27T->02-30T",
                "\"en\": \"Building permit\"->\"en\": \"\"",
                "\"actionRequired\": false->\"actionRequired\": false, \"dueOn\": \"tomorrow\"",
                "\"actionRequired\": false->\"actionRequired\": false, \"link\": 5",
                "\"for\": \"SUB\",->"
            })
    void showsNothingWhenOneItemIsWrong(String change) {
        String[] both = change.split("->", -1);
        String wrong = item("1", 1).replace(both[0], both[1]);
        assertThat(wrong).isNotEqualTo(item("1", 1));
        failed(holding(item("2", 2), wrong));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 301, 307, 400, 404, 406, 429, 500, 503})
    void takesAnyOtherStatusForAFault(int status) {
        failed(answering(
                status, call -> status == 204 ? "" : list(), "Location", played.base() + "/target/overview-items"));
        assertThat(played.calls("target")).isEmpty();
    }

    @Test
    void takesAnotherMediaTypeForAFault() {
        failed(answering(200, call -> list(), "Content-Type", "text/html"));
        failed(answering(200, call -> list(), "Content-Encoding", "gzip"));
    }

    @Test
    void readsNoByteMoreThanItPromises() {
        String padding = " ".repeat((1 << 20) - list().length());
        played.with("steady", answering(200, call -> list() + padding))
                .with("huge", answering(200, call -> list() + padding + " "));
        Overview overview = new AskedPortal(played).overview();

        assertThat(source(overview, "steady").state()).isEqualTo(SourceState.OK);
        assertThat(source(overview, "huge").state()).isEqualTo(SourceState.FAILED);
    }

    @Test
    void showsNothingOfASourceWhereOneItemIsAboutSomebodyElse() {
        played.with("foreign", holding(item("1", 1), item("2", 2).replace("SUB", "another")))
                .with("steady", holding(item("3", 3)));
        Overview overview = new AskedPortal(played).overview();

        assertThat(source(overview, "foreign").state()).isEqualTo(SourceState.FAILED);
        assertThat(ids(overview)).containsExactly("3");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void tellsThatTheSourceLetNobodyIn(int status) {
        played.with("steady", answering(status, call -> "{}"));

        assertThat(source(new AskedPortal(played).overview(), "steady").state()).isEqualTo(SourceState.DENIED);
    }

    @Test
    void tellsThatNobodyIsThere() {
        played.with("gone", holding());
        AskedPortal portal = new AskedPortal(played);
        played.close();

        assertThat(source(portal.overview(), "gone").state()).isEqualTo(SourceState.FAILED);
    }

    @Test
    void isForPersonsAlone() {
        played.with("steady", holding());
        AskedPortal portal = new AskedPortal(played);

        assertThat(refusal(() -> portal.overview(People.handler("Karin Ek")))).contains(ProblemType.FORBIDDEN);
        assertThat(refusal(() -> portal.overview(People.system("overview:read"))))
                .contains(ProblemType.FORBIDDEN);
        assertThat(played.calls()).isEmpty();
    }

    private static Optional<ProblemType> refusal(Runnable asked) {
        return Optional.ofNullable(catchThrowableOfType(RyggradException.class, asked::run))
                .map(refused -> refused.problem().type());
    }

    private void failed(HttpHandler handler) {
        played.with("bad", handler).with("steady", holding(item("3", 3)));
        Overview overview = new AskedPortal(played).overview();

        assertThat(source(overview, "bad"))
                .isEqualTo(new AskedSource(
                        "bad",
                        new LocalizedText("Källan bad", "The source bad"),
                        SourceState.FAILED,
                        Optional.empty(),
                        0,
                        false));
        assertThat(ids(overview)).containsExactly("3");
    }
}
