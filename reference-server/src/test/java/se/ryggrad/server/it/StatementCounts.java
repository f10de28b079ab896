package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Counts in the database what whole requests to a running server cost, with the check of the token, the noting of a new
 * officer, the idempotency key, the case's own record of who did what and the feed.
 *
 * <p>Create at most 8 statements, read at most 3, a list of 20 at most 3 and the overview what the list does, the same at 1 and at 200 events. What they cost
 * today stands here as well, so that a statement more is seen while it is still within the budget. A subclass gives the
 * database.
 */
abstract class StatementCounts {
    private static final int CREATE = 8;
    private static final int READ = 3;
    private static final int LIST = 3;
    private static final Map<String, Integer> CREATE_NOW =
            Map.of("bygglov", 7, "felanmalan", 5, "ekonomiskt-bistand", 7);
    private static final int READ_NOW = 1;
    private static final int OFFICER_READ_NOW = 2;
    private static final int LIST_NOW = 2;

    /** Persons about whom a registry is to be asked again are looked up first. */
    private static final int OFFICER_LIST_NOW = 3;

    /** The cases on the page get the search into their access logs by one insert. */
    private static final int SEARCH_NOW = OFFICER_LIST_NOW + 1;

    private static final int EVENTS = 200;
    private static final int BLOCK = 10;
    private static final String LIST_OF_20 = "/cases?limit=20&count=true";
    private static final String OVERVIEW_OF_20 = "/overview-items?limit=20&count=true";
    private static final String SEARCH_FOR_20 = "/cases/searches?limit=20&count=true";
    private static final String ALVAS = "{\"identity\":{\"scheme\":\"personnummer\",\"value\":\"" + Api.ALVA + "\"}}";
    private static final String PLACEHOLDER = "8f14e45f-ceea-467f-a0e6-3b1c6f0f3c10";
    private static final String MANUAL = "{\"service\":{\"id\":\"conformance-manual\"},\"form\":{\"subject\":\"Prov\"},"
            + "\"documents\":[],\"parties\":[]}";

    @TempDir
    Path data;

    /** Returns a new database that lies in, or logs to, {@code folder}. */
    abstract StatementLog open(Path folder);

    @Test
    void staysWithinTheBudget() throws Exception {
        try (StatementLog log = open(data.resolve("database"));
                ServerProcess server = ServerProcess.start(data, log.settings())) {
            Client person = Client.person(server, data);
            for (Map.Entry<String, Integer> each : CREATE_NOW.entrySet()) {
                creates(log, person, each.getKey(), each.getValue());
            }
            createsForAnOfficerNeverSeen(log, Client.registrar(server, data), person);
            reads(log, person, Client.officer(server, data, "registrar@conformance-a"));
        }
    }

    /**
     * The first case opens the register and reads the version of the service that it names, which never changes; one of
     * the others takes the next block of numbers.
     */
    private static void creates(StatementLog log, Client person, String service, int now)
            throws IOException, ParseException {
        List<String> first = cost(log, person, example(service, person));
        assertThat(first).as(service).hasSize(now).hasSizeLessThanOrEqualTo(CREATE);
        List<String> most = List.of();
        for (int i = 0; i < BLOCK; i++) {
            List<String> next = cost(log, person, example(service, person));
            most = next.size() > most.size() ? next : most;
        }
        assertThat(most).as(service + ", later").hasSize(first.size() - 1);
    }

    private static void createsForAnOfficerNeverSeen(StatementLog log, Client registrar, Client person)
            throws IOException, ParseException {
        String party = "\"channel\":\"paper\",\"parties\":[{\"role\":\"applicant\",\"name\":\"Alva Testsson\","
                + "\"identity\":{\"scheme\":\"personnummer\",\"value\":\"" + Api.ALVA + "\"}}]";
        String body = example("felanmalan", person).replaceFirst("\"parties\": \\[]", party);
        assertThat(cost(log, registrar, body)).as("a new officer").hasSizeBetween(2, CREATE);
    }

    private static void reads(StatementLog log, Client person, Client officer) throws IOException, ParseException {
        for (int i = 0; i < 20; i++) {
            created(person.post("/cases", MANUAL));
        }
        String path = "/cases/" + created(person.post("/cases", MANUAL)).get("id");
        assertThat(version(person, path)).isOne();
        List<String> read = cost(log, person, path, 200);
        List<String> list = cost(log, person, LIST_OF_20, 200);
        assertThat(read).as("read").hasSize(READ_NOW).hasSizeLessThanOrEqualTo(READ);
        assertThat(list).as("list").hasSize(LIST_NOW).hasSizeLessThanOrEqualTo(LIST);
        assertThat(cost(log, person, OVERVIEW_OF_20, 200)).as("overview").hasSameSizeAs(list);
        for (int i = 1; i < EVENTS; i++) {
            HttpResponse<String> said = person.act(path, "{\"action\":\"message\",\"text\":\"Hej\"}");
            assertThat(said.statusCode()).as(said.body()).isEqualTo(200);
        }
        assertThat(version(person, path)).isEqualTo(EVENTS);
        assertThat(cost(log, person, path, 200)).hasSameSizeAs(read);
        assertThat(cost(log, person, LIST_OF_20, 200)).hasSameSizeAs(list);
        assertThat(cost(log, person, OVERVIEW_OF_20, 200)).hasSameSizeAs(list);
        assertThat(officer.get(path).statusCode())
                .as("a new officer is noted once")
                .isEqualTo(200);
        assertThat(cost(log, officer, LIST_OF_20, 200))
                .as("as officer")
                .hasSize(OFFICER_LIST_NOW)
                .hasSizeLessThanOrEqualTo(LIST);
        assertThat(searchCost(log, officer)).as("search").hasSize(SEARCH_NOW);
        assertThat(cost(log, officer, path, 200))
                .as("read by an officer, which is logged")
                .hasSize(OFFICER_READ_NOW)
                .hasSizeLessThanOrEqualTo(READ);
    }

    private static List<String> searchCost(StatementLog log, Client officer) throws IOException {
        List<String> before = log.statements();
        HttpResponse<String> answer = officer.post(SEARCH_FOR_20, ALVAS);
        List<String> run = log.since(before);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return run;
    }

    private static List<String> cost(StatementLog log, Client client, String body) throws IOException, ParseException {
        List<String> before = log.statements();
        HttpResponse<String> answer = client.post("/cases", body);
        List<String> run = log.since(before);
        created(answer);
        return run;
    }

    private static List<String> cost(StatementLog log, Client client, String path, int status) throws IOException {
        List<String> before = log.statements();
        HttpResponse<String> answer = client.get(path);
        List<String> run = log.since(before);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return run;
    }

    private static int version(Client client, String path) throws IOException, ParseException {
        return JSONObjectUtils.getInt(JSONObjectUtils.parse(client.get(path).body()), "version");
    }

    private static Map<String, Object> created(HttpResponse<String> answer) throws ParseException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSONObjectUtils.parse(answer.body());
    }

    private static String example(String service, Client uploader) throws IOException, ParseException {
        try (InputStream content = StatementCounts.class.getResourceAsStream("/services/" + service + ".valid.json")) {
            assertThat(content).as(service).isNotNull();
            String body = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            return body.contains(PLACEHOLDER)
                    ? body.replace(
                            PLACEHOLDER, (String) created(uploader.upload()).get("id"))
                    : body;
        }
    }
}
