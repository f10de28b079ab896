package se.ryggrad.server.services;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.CaseManagement;
import se.ryggrad.api.cases.Started;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.api.documents.Upload;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.IdempotencyKey;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.OfficerGroup;
import se.ryggrad.api.organisation.Authority;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.OrganisationId;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.api.organisation.UnitId;
import se.ryggrad.core.cases.CaseEngine;
import se.ryggrad.core.cases.EnginePorts;
import se.ryggrad.core.jdbc.JdbcAccessLog;
import se.ryggrad.core.jdbc.JdbcCaseStore;
import se.ryggrad.core.jdbc.JdbcDocumentStore;
import se.ryggrad.core.jdbc.JdbcOfficerDirectory;
import se.ryggrad.core.jdbc.JdbcServiceStore;
import se.ryggrad.core.jdbc.database.TestCases;
import se.ryggrad.core.jdbc.database.TestDatabases;
import se.ryggrad.core.json.JsonInput;
import se.ryggrad.core.json.JsonLimits;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.cases.SubmissionReader;
import se.ryggrad.core.json.catalog.ServiceReader;
import se.ryggrad.core.memory.InMemoryPrincipals;

/** Runs the engine on the stores, with the e-services that come with the server. */
public final class TestEngine {
    private static final String EMPTY_SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final ActorId ANNA = ActorId.of("https://issuer", "anna");

    private final Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    private final JdbcCaseStore cases;
    private final JdbcDocumentStore documents;
    private final JdbcServiceStore services;
    private final CaseManagement engine;

    /** Creates the engine on a prepared database. */
    public TestEngine(DataSource database) {
        cases = new JdbcCaseStore(database);
        documents = new JdbcDocumentStore(database);
        services = new JdbcServiceStore(database);
        engine = new CaseEngine(
                new EnginePorts(
                        cases,
                        documents,
                        services,
                        new InMemoryPrincipals(List.of(principal())),
                        new JdbcOfficerDirectory(database),
                        new JdbcAccessLog(database)),
                clock,
                new SecureRandom());
    }

    /** Returns an empty H2 database in {@code folder}. */
    public static DataSource database(java.nio.file.Path folder) {
        return TestDatabases.h2(folder);
    }

    /** Returns a file of the e-services as text. */
    public static String file(String name) {
        try (InputStream content = TestEngine.class.getResourceAsStream("/services/" + name)) {
            if (content == null) {
                throw new IllegalArgumentException(name);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Publishes an e-service and returns it. */
    public ServiceDefinition publish(String id) {
        ServiceDefinition definition = ServiceReader.read(JsonTree.parse(new JsonText(file(id + ".json"))));
        services.publish(TestDatabases.PITEA, definition);
        return definition;
    }

    /** Uploads an empty document and returns its id. */
    public String upload(String mediaType) {
        Upload upload = new Upload(TestDatabases.PITEA, ANNA, mediaType, EMPTY_SHA256, 1000);
        try {
            Written<?> written = documents.keep(
                    upload,
                    new ByteArrayInputStream(new byte[0]),
                    new Once<>(
                            claim("/documents", UUID.randomUUID()),
                            document -> new Answer(
                                    201, Map.of(), document.id().value().toString())));
            return written.answer().body();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Submits a body as a person at level 3 and returns the case. */
    public CaseId submit(String body) {
        return submit(body, UUID.randomUUID());
    }

    /** Submits a body under {@code key} as a person at level 3 and returns the case. */
    public CaseId submit(String body, UUID key) {
        Once<Started> once = new Once<>(
                claim("/cases", key),
                started -> new Answer(
                        201, Map.of(), started.view().shown().id().value().toString()));
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        Written<Started> written =
                engine.start(anna(), SubmissionReader.call(new JsonInput(JsonLimits.DEFAULT).parse(octets)), once);
        return new CaseId(UUID.fromString(written.answer().body()));
    }

    /** Returns the engine. */
    public CaseManagement engine() {
        return engine;
    }

    /** Returns the store of cases. */
    public JdbcCaseStore cases() {
        return cases;
    }

    /** Returns a person at level 3. */
    public Caller anna() {
        Actor.Person person = new Actor.Person(ANNA, TestCases.ANNA, "Alva Testsson", Optional.of(AssuranceLevel.LOA3));
        return new Caller(TestDatabases.PITEA, person, TRACE);
    }

    /** Returns an officer of the unit that handles the cases of {@link TestCases}, at level 3. */
    public Caller karin() {
        Actor.Officer officer = new Actor.Officer(
                ActorId.of("https://issuer", "karin"),
                "Karin Ek",
                new OrganisationId("2120002759"),
                Set.of(
                        new OfficerGroup(OfficerGroup.CASE_OFFICER, TestCases.BOARD),
                        OfficerGroup.unit(TestCases.UNIT, TestCases.BOARD)),
                Optional.empty(),
                Optional.of(AssuranceLevel.LOA3));
        return new Caller(TestDatabases.PITEA, officer, TRACE);
    }

    private Claim claim(String path, UUID key) {
        return new Claim(
                new Claim.Scope(TestDatabases.PITEA, ANNA, "", "POST", path),
                new IdempotencyKey(key),
                "digest",
                clock.instant());
    }

    private static Principal principal() {
        return new Principal(
                TestDatabases.PITEA,
                "Piteå kommun",
                new OrganisationId("2120002759"),
                Optional.of("2581"),
                URI.create("http://localhost/ryggrad/2581/v1"),
                List.of(
                        authority("byggnadsnamnden", "BYGG", "bygglov"),
                        authority("tekniska-namnden", "TEK", "gata-park"),
                        authority("socialnamnden", "SN", "ekonomiskt-bistand")));
    }

    private static Authority authority(String id, String prefix, String unit) {
        return new Authority(new AuthorityId(id), id, prefix, List.of(new UnitId(unit)));
    }
}
