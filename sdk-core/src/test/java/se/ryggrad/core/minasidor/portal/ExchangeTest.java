package se.ryggrad.core.minasidor.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ryggrad.core.minasidor.portal.AskedPortal.ids;
import static se.ryggrad.core.minasidor.portal.AskedPortal.source;
import static se.ryggrad.core.minasidor.portal.PlayedSources.answering;
import static se.ryggrad.core.minasidor.portal.PlayedSources.endless;
import static se.ryggrad.core.minasidor.portal.PlayedSources.holding;
import static se.ryggrad.core.minasidor.portal.PlayedSources.item;
import static se.ryggrad.core.minasidor.portal.PlayedSources.list;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.minasidor.Overview;
import se.ryggrad.api.minasidor.SourceState;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.json.JsonTree;

/** Tests what an issuer is asked, which tokens are sent on, and how somebody represented is found (MINA-025 to MINA-027, MINA-031). */
class ExchangeTest {

    private static final String FOUND = "7f0b6a52-7c1d-4b8e-9a55-0d2f4c6e8a10";
    private static final String BERTILS = """
        {"items": [{"id": "1f0b6a52-7c1d-4b8e-9a55-0d2f4c6e8a10", "rights": []},
                   {"id": "%s", "rights": ["act", "read"]}], "page": 1, "limit": 20}\
        """.formatted(FOUND);

    private PlayedSources played;

    @BeforeEach
    void play() throws IOException {
        played = new PlayedSources().with("steady", holding(item("1", 1)));
    }

    @AfterEach
    void stop() {
        played.close();
    }

    @Test
    void asksTheIssuerByTheContract() {
        assertThat(state()).isEqualTo(SourceState.OK);

        PlayedSources.Call exchange = played.calls().get(0);
        assertThat(exchange.line()).isEqualTo("POST /token");
        assertThat(exchange.headers())
                .containsEntry("Authorization", "Basic cG9ydGFsOnAlNDBzcyt3b3Jk")
                .containsEntry("Content-type", "application/x-www-form-urlencoded");
        assertThat(List.of(exchange.body().split("&", -1)))
                .containsExactlyInAnyOrder(
                        "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange",
                        "subject_token=" + AskedPortal.OWN,
                        "subject_token_type=urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3Aaccess_token",
                        "requested_token_type=urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3Aaccess_token",
                        "resource=" + played.base().replace(":", "%3A").replace("/", "%2F") + "%2Fsteady",
                        "scope=overview%3Aread");
    }

    @Test
    void givesTheSourceItsOwnTokenAndNoOther() {
        assertThat(state()).isEqualTo(SourceState.OK);

        assertThat(played.calls("steady")).singleElement().satisfies(call -> {
            assertThat(call.line()).isEqualTo("GET /steady/overview-items?limit=100");
            assertThat(call.headers().toString())
                    .contains("Bearer ", "Traceparent")
                    .doesNotContain(AskedPortal.OWN, People.ANNA, "On-behalf-of");
        });
    }

    static Stream<UnaryOperator<JsonTree.ObjectNode>> wrongClaims() {
        return Stream.of(
                        "{\"aud\": \"https://other.example.se\"}",
                        "{\"aud\": [\"AUD\", \"https://other.example.se\"]}",
                        "{\"aud\": []}",
                        "{\"aud\": null}",
                        "{\"sub\": \"\"}",
                        "{\"sub\": 5}",
                        "{\"act\": {}}",
                        "{\"act\": {\"sub\": \"\"}}",
                        "{\"act\": \"portal\"}",
                        "{\"scope\": \"overview:read cases:read\"}",
                        "{\"scope\": [\"overview:read\"]}",
                        "{\"acr\": \"http://id.elegnamnden.se/loa/1.0/loa4\"}",
                        "{\"acr\": null}",
                        "{\"exp\": 1795529101}",
                        "{\"exp\": 1795529100.5}",
                        "{\"iat\": \"1795528800\"}",
                        "{\"exp\": null}")
                .map(ExchangeTest::changed);
    }

    private static UnaryOperator<JsonTree.ObjectNode> changed(String change) {
        return claims -> JsonTree.object()
                .putAll(claims)
                .putAll(JsonTree.parse(new JsonText(
                                change.replace("AUD", claims.text("aud").orElseThrow())))
                        .asObject()
                        .orElseThrow())
                .build();
    }

    @ParameterizedTest
    @MethodSource("wrongClaims")
    void sendsNoTokenThatGivesAwayTooMuch(UnaryOperator<JsonTree.ObjectNode> change) {
        played.changing(change);

        assertThat(state()).isEqualTo(SourceState.FAILED);
        assertThat(played.calls("steady")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"opaque", "a.b.c", "e30.e30.", AskedPortal.OWN, "", "e30.e30.e30.e30.e30"})
    void sendsNoTokenThatIsNoJwtOrThePersonsOwn(String token) {
        played.issuing(answering(200, call -> PlayedSources.answer(token)));

        assertThat(state()).isEqualTo(SourceState.FAILED);
        assertThat(played.calls("steady")).isEmpty();
    }

    @Test
    void readsAnAudienceInAnArrayOfOne() {
        played.changing(changed("{\"aud\": [\"AUD\"]}"));

        assertThat(state()).isEqualTo(SourceState.OK);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 429, 499})
    void takesARefusalForThePersonsOwn(int status) {
        played.issuing(answering(status, call -> "{\"error\": \"invalid_target\"}"));

        assertThat(state()).isEqualTo(SourceState.DENIED);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 302, 307, 308, 500, 503})
    void takesAnotherStatusOfTheIssuerForAFault(int status) {
        played.issuing(answering(status, call -> "{}", "Location", played.base() + "/steady/token"));

        assertThat(state()).isEqualTo(SourceState.FAILED);
        assertThat(played.calls("steady")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"access_token\": \"e30.e30.x\", \"token_type\": \"Bearer\"}",
                "{\"access_token\": \"e30.e30.x\", \"issued_token_type\": \"x\", \"token_type\": \"DPoP\"}",
                "{\"issued_token_type\": \"x\", \"token_type\": \"Bearer\"}"
            })
    void takesAnotherContentOfTheIssuerForAFault(String body) {
        played.issuing(answering(200, call -> body));

        assertThat(state()).isEqualTo(SourceState.FAILED);
    }

    @Test
    void doesNotWaitForAnIssuerThatHangs() {
        played.issuing(endless(true));

        assertThat(state()).isEqualTo(SourceState.TIMEOUT);
    }

    @Test
    void findsWhomItIsForAtTheSource() {
        HttpHandler search = answering(200, call -> BERTILS);
        HttpHandler items = holding(item("1", 1));
        played.with("steady", call -> (call.getRequestMethod().equals("POST") ? search : items).handle(call));
        Overview overview = new AskedPortal(played).overview(AskedPortal.forBertil());

        assertThat(ids(overview)).containsExactly("1");
        List<PlayedSources.Call> calls = played.calls("steady");
        assertThat(calls)
                .extracting(PlayedSources.Call::line)
                .containsExactly("POST /steady/me/representations/searches", "GET /steady/overview-items?limit=100");
        assertThat(calls.get(0).body())
                .isEqualTo("{\"represented\":{\"scheme\":\"personnummer\",\"value\":\"" + People.BERTIL + "\"}}");
        assertThat(calls.get(0).headers().toString()).doesNotContain("On-behalf-of", People.BERTIL);
        assertThat(calls.get(1).headers()).containsEntry("On-behalf-of", FOUND);
    }

    @Test
    void isDeniedWhereTheRepresentationIsNotKnown() {
        assertThat(searched(list())).isEqualTo(SourceState.DENIED);
        assertThat(searched(BERTILS.replace("read", "sign"))).isEqualTo(SourceState.DENIED);
        assertThat(played.calls("steady"))
                .extracting(PlayedSources.Call::line)
                .containsOnly("POST /steady/me/representations/searches");
    }

    @Test
    void takesAWrongAnswerToTheSearchForAFault() {
        assertThat(searched("{}")).isEqualTo(SourceState.FAILED);
        assertThat(searched("{\"items\": [5]}")).isEqualTo(SourceState.FAILED);
        assertThat(searched(BERTILS.replace(FOUND, "no id"))).isEqualTo(SourceState.FAILED);
    }

    private SourceState searched(String answer) {
        played.with("steady", answering(200, call -> answer));
        return source(new AskedPortal(played).overview(AskedPortal.forBertil()), "steady")
                .state();
    }

    private SourceState state() {
        return source(new AskedPortal(played).overview(), "steady").state();
    }
}
