package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the SKALL rules of DIGG's REST API-profil that show at a running server; the id begins each test's name. */
class DiggProfileIT {
    private static final String CASE =
            "{\"service\":{\"id\":\"conformance-plain\"},\"form\":{\"subject\":\"Prov\"},\"documents\":[],\"parties\":[]}";

    @TempDir
    static Path data;

    @AutoClose
    private static ServerProcess server;

    private static URI base;
    private static String token;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(data, Map.of());
        base = server.uri("/ryggrad/2581/v1");
        token = TestTokens.from(data).person(base.toString(), Api.ALVA);
    }

    @Test
    void dot01TimeIsOmittedWhereItIsNotNeeded() throws IOException, ParseException {
        Map<String, Object> opened = JSONObjectUtils.parse(create().body());
        assertThat(LocalDate.parse(JSONObjectUtils.getString(opened, "receivedOn")))
                .isBetween(
                        LocalDate.now(ZoneId.of("Europe/Stockholm")).minusDays(1),
                        LocalDate.now(ZoneId.of("Europe/Stockholm")));
    }

    @Test
    void dot04EveryTimeZoneIsTakenAndUtcGiven() throws IOException, ParseException {
        Map<String, Object> opened = JSONObjectUtils.parse(create().body());
        String id = JSONObjectUtils.getString(opened, "id");
        String updated = JSONObjectUtils.getString(opened, "updatedAt");
        assertThat(updated).endsWith("Z");
        for (String zone : new String[] {"Z", "+01:00", "-11:30", "+14:00"}) {
            Instant instant = Instant.parse(updated);
            assertThat(since(instant, zone)).as(zone).contains(id);
            assertThat(since(instant.plus(1, ChronoUnit.HOURS), zone)).as(zone).doesNotContain(id);
        }
    }

    @Test
    void arq02AuthorizationAndContentTypeAreHeeded() throws IOException {
        assertThat(send(get("/cases")).statusCode()).isEqualTo(200);
        assertThat(send(anonymous("/cases")).statusCode()).isEqualTo(401);
        assertThat(send(post().setHeader("Content-Type", "text/csv")).statusCode())
                .isEqualTo(415);
    }

    @Test
    void fel01ProblemsHaveTheMembersOfRfc9457() throws IOException, ParseException {
        HttpResponse<String> missing = send(get("/cases/" + UUID.randomUUID()));
        Map<String, Object> problem = JSONObjectUtils.parse(missing.body());
        assertThat(problem).containsKeys("type", "title", "status", "detail", "instance");
        assertThat(problem.get("status")).isEqualTo((long) missing.statusCode());
    }

    @Test
    void fel02ProblemsUseTheirMediaType() throws IOException {
        assertThat(contentType(send(get("/cases/" + UUID.randomUUID())))).startsWith("application/problem+json");
        assertThat(contentType(send(anonymous("/cases")))).startsWith("application/problem+json");
    }

    @Test
    void ver06ApiInfoLiesUnderTheRoot() throws IOException, ParseException {
        HttpResponse<String> info = send(anonymous("/api-info"));
        assertThat(info.statusCode()).isEqualTo(200);
        assertThat(JSONObjectUtils.parse(info.body()))
                .containsKeys("apiName", "apiVersion", "apiReleased", "apiDocumentation", "apiStatus");
    }

    @Test
    void fns07ListsPageByLimitAndPage() throws IOException, ParseException {
        create();
        create();
        Map<String, Object> first =
                JSONObjectUtils.parse(send(get("/cases?limit=1&page=1")).body());
        Map<String, Object> second =
                JSONObjectUtils.parse(send(get("/cases?limit=1&page=2")).body());
        assertThat(JSONObjectUtils.getJSONObjectArray(first, "items")).hasSize(1);
        assertThat(JSONObjectUtils.getJSONObjectArray(second, "items"))
                .hasSize(1)
                .isNotEqualTo(JSONObjectUtils.getJSONObjectArray(first, "items"));
    }

    @Test
    void fns08PageStartsAtOne() throws IOException, ParseException {
        assertThat(JSONObjectUtils.parse(send(get("/cases")).body()).get("page"))
                .isEqualTo(1L);
        assertThat(send(get("/cases?page=0")).statusCode()).isEqualTo(400);
    }

    @Test
    void sak01ProductionSpeaksTlsOnly() {
        Map<String, String> settings = new HashMap<>(ProductionIT.PRODUCTION);
        int port = ServerProcess.freePort();
        settings.put("ryggrad.data-dir", data.resolve("production").toString());
        settings.put("ryggrad.http.port", Integer.toString(port));
        settings.put("ryggrad.base-url", "http://etjanster.example.se/ryggrad");
        assertThat(ServerProcess.launch(Path.of("target"), port, settings).awaitExit())
                .isEqualTo(1);
    }

    @Test
    void sak09NoBasicAndNoDigest() throws IOException {
        for (String scheme : new String[] {"Basic dGVzdDp0ZXN0", "Digest username=\"test\""}) {
            HttpResponse<String> refused = send(anonymous("/cases").header("Authorization", scheme));
            assertThat(refused.statusCode()).as(scheme).isEqualTo(401);
            assertThat(refused.headers().allValues("WWW-Authenticate"))
                    .isNotEmpty()
                    .allMatch(challenge -> challenge.startsWith("Bearer"));
        }
    }

    @Test
    void sak10TheBearerTokenIsTheOnlyScheme() throws IOException {
        assertThat(send(get("/me")).statusCode()).isEqualTo(200);
        assertThat(send(anonymous("/me").header("Authorization", token)).statusCode())
                .isEqualTo(401);
    }

    @Test
    void sak15NoKeyInTheUrl() throws IOException {
        assertThat(send(anonymous("/cases?access_token=" + token)).statusCode()).isIn(400, 401);
    }

    @Test
    void hyp09ForwardedNamesNoOtherAddress() throws IOException {
        HttpResponse<String> created =
                send(post().header("Forwarded", "for=192.0.2.1;host=attacker.example;proto=https")
                        .header("X-Forwarded-Host", "attacker.example"));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location").orElseThrow()).startsWith(base + "/cases/");
        assertThat(created.body()).doesNotContain("attacker.example");
    }

    private static String since(Instant instant, String zone) throws IOException {
        String local = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(ZoneId.of(zone)));
        HttpResponse<String> list =
                send(get("/cases?updatedSince=" + URLEncoder.encode(local, StandardCharsets.UTF_8)));
        assertThat(list.statusCode()).as(list.body()).isEqualTo(200);
        return list.body();
    }

    private static HttpResponse<String> create() throws IOException {
        HttpResponse<String> created = send(post());
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return created;
    }

    private static String contentType(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    private static HttpRequest.Builder post() {
        return get("/cases")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(CASE));
    }

    private static HttpRequest.Builder get(String path) {
        return anonymous(path).header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}
