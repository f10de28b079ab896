package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests sixteen clients at once; a subclass gives the database. */
abstract class ConcurrencyTests {
    private static final int CLIENTS = 16;
    private static final int CASES = 200;

    @TempDir
    Path data;

    /** Returns the settings of the database. */
    abstract Map<String, String> settings();

    @Test
    void servesSixteenClientsAtOnce() throws Exception {
        try (ServerProcess server = ServerProcess.start(data, settings())) {
            Api api = new Api(server, data);
            Set<String> cases = createMany(api);
            givesOneAnswerToOneKey(api);
            assertThat(subjects(api)).containsAll(cases).hasSize(CASES + 1);
        }
    }

    private static Set<String> createMany(Api api) throws InterruptedException, ExecutionException, ParseException {
        List<HttpResponse<String>> answers = atOnce(CASES, () -> api.create(UUID.randomUUID()));
        Set<String> numbers = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (HttpResponse<String> answer : answers) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            Map<String, Object> created = JSONObjectUtils.parse(answer.body());
            numbers.add(JSONObjectUtils.getString(created, "registryNumber"));
            ids.add(JSONObjectUtils.getString(created, "id"));
        }
        assertThat(numbers).hasSize(CASES).doesNotContainNull();
        assertThat(ids).hasSize(CASES);
        return ids;
    }

    private static void givesOneAnswerToOneKey(Api api) throws InterruptedException, ExecutionException {
        UUID key = UUID.randomUUID();
        List<HttpResponse<String>> answers = atOnce(CLIENTS, () -> api.create(key));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(201));
        assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
        for (String name : List.of("Location", "ETag")) {
            assertThat(answers.stream()
                            .map(answer -> answer.headers().firstValue(name).orElseThrow())
                            .distinct())
                    .as(name)
                    .hasSize(1);
        }
    }

    private static Set<String> subjects(Api api) throws IOException, ParseException {
        Set<String> subjects = new HashSet<>();
        String after = "";
        while (true) {
            HttpResponse<String> answer = api.getAsSystem("/events?limit=100" + after);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            Map<String, Object> page = JSONObjectUtils.parse(answer.body());
            Map<String, Object>[] items = JSONObjectUtils.getJSONObjectArray(page, "items");
            if (items.length == 0) {
                return subjects;
            }
            for (Map<String, Object> item : items) {
                subjects.add(JSONObjectUtils.getString(item, "subject"));
            }
            after = "&after=" + JSONObjectUtils.getString(page, "next");
        }
    }

    private static <T> List<T> atOnce(int count, Callable<T> work) throws InterruptedException, ExecutionException {
        ExecutorService executor = Executors.newFixedThreadPool(CLIENTS);
        List<Future<T>> running = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            running.add(executor.submit(work));
        }
        executor.shutdown();
        List<T> results = new ArrayList<>();
        for (Future<T> each : running) {
            results.add(each.get());
        }
        return results;
    }
}
