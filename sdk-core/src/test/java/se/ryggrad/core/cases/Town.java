package se.ryggrad.core.cases;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.Precondition;
import se.ryggrad.api.cases.Started;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.action.Submission;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.store.AuditHead;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.IdempotencyKey;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.identity.OfficerGroup;
import se.ryggrad.api.organisation.Authority;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.OrganisationId;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.organisation.UnitId;
import se.ryggrad.core.json.StandardFiles;
import se.ryggrad.core.json.catalog.ServiceReader;
import se.ryggrad.core.memory.InMemoryAccessLog;
import se.ryggrad.core.memory.InMemoryCaseStore;
import se.ryggrad.core.memory.InMemoryDocumentStore;
import se.ryggrad.core.memory.InMemoryOfficerDirectory;
import se.ryggrad.core.memory.InMemoryPrincipals;
import se.ryggrad.core.memory.InMemoryServiceStore;

/** Is a small town with one applicant, one officer, the engine in memory and a clock that can be set. */
final class Town {

    static final PrincipalId PRINCIPAL = new PrincipalId("2581");

    private static final AuthorityId AUTHORITY = new AuthorityId("conformance-a");
    private static final UnitId UNIT = new UnitId("unit-a");
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final MovingClock clock;
    private final InMemoryCaseStore cases;
    private final InMemoryAccessLog accessLog = new InMemoryAccessLog();
    private final CaseEngine engine;

    Town(Instant now) {
        clock = new MovingClock(now);
        InMemoryDocumentStore documents = new InMemoryDocumentStore(clock);
        cases = new InMemoryCaseStore(documents);
        InMemoryServiceStore services = new InMemoryServiceStore();
        services.publish(PRINCIPAL, ServiceReader.read(StandardFiles.json("services/conformance-plain.json")));
        EnginePorts ports = new EnginePorts(
                cases,
                documents,
                services,
                new InMemoryPrincipals(List.of(principal())),
                new InMemoryOfficerDirectory(),
                accessLog);
        engine = new CaseEngine(ports, clock, new Random(2581));
    }

    void at(Instant now) {
        clock.set(now);
    }

    DailyRound dailyRound() {
        return engine.dailyRound();
    }

    CaseEngine engine() {
        return engine;
    }

    /** Returns the head of the access log of the authority. */
    AuditHead sealed() {
        return accessLog.head(PRINCIPAL, AUTHORITY);
    }

    Case stored(CaseId id) {
        return cases.find(PRINCIPAL, id).orElseThrow();
    }

    /** Hands a case in and assigns it. */
    Case assigned() {
        Submission submission = new Submission(
                new ServiceId("conformance-plain"),
                Optional.empty(),
                CaseHead.Initiator.PARTY,
                new JsonText("{\"subject\":\"Prov\"}"),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        Written<Started> started = engine.start(caller(person()), StartCall.of(submission), once("/cases"));
        CaseId id = ((Written.First<Started>) started).result().view().shown().id();
        return officerActs(id, new CaseAction.Placing.Assign(Optional.empty()));
    }

    Case officerActs(CaseId id, CaseAction action) {
        Precondition current = Precondition.version(stored(id).head().version());
        Written<CaseView> acted =
                engine.act(caller(officer()), id, ActionCall.of(action), Optional.of(current), once("/cases/actions"));
        return ((Written.First<CaseView>) acted).result().shown();
    }

    Caller caller(Actor actor) {
        return new Caller(PRINCIPAL, actor, TRACE);
    }

    Actor person() {
        return new Actor.Person(
                id("person"),
                new Identity(IdentityScheme.PERSONNUMMER, "199001019802"),
                "Test Testsson",
                Optional.of(AssuranceLevel.LOA3));
    }

    Actor officer() {
        Set<OfficerGroup> groups =
                Set.of(new OfficerGroup(OfficerGroup.CASE_OFFICER, AUTHORITY), OfficerGroup.unit(UNIT, AUTHORITY));
        return new Actor.Officer(
                id("officer"),
                "Karin Ek",
                new OrganisationId("2120002759"),
                groups,
                Optional.empty(),
                Optional.of(AssuranceLevel.LOA3));
    }

    private <T> Once<T> once(String path) {
        Claim.Scope scope = new Claim.Scope(PRINCIPAL, id("scope"), "", "POST", path);
        IdempotencyKey key = new IdempotencyKey(UUID.randomUUID());
        return new Once<>(new Claim(scope, key, "", clock.instant()), result -> new Answer(200, Map.of(), "{}"));
    }

    private static ActorId id(String name) {
        return new ActorId(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
    }

    private static Principal principal() {
        return new Principal(
                PRINCIPAL,
                "Piteå kommun",
                new OrganisationId("2120002759"),
                Optional.of("2581"),
                URI.create("http://localhost/ryggrad/2581/v1"),
                List.of(new Authority(AUTHORITY, "Provmyndighet A", "PA", List.of(UNIT))));
    }
}
