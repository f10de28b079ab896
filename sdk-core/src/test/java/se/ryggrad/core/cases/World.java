package se.ryggrad.core.cases;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.Version;
import se.ryggrad.api.cases.AccessAudit;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.EventView;
import se.ryggrad.api.cases.Precondition;
import se.ryggrad.api.cases.Started;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.DocumentEntry;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.action.Submission;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.store.AccessLog;
import se.ryggrad.api.cases.store.CaseStore;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.catalog.ServiceStore;
import se.ryggrad.api.documents.DocumentStore;
import se.ryggrad.api.events.EventLog;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.IdempotencyKey;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.OfficerDirectory;
import se.ryggrad.api.messaging.MessageTerms;
import se.ryggrad.api.messaging.channel.ChannelDescription;
import se.ryggrad.api.messaging.model.AddressKind;
import se.ryggrad.api.messaging.model.ChannelId;
import se.ryggrad.api.messaging.model.MessageKind;
import se.ryggrad.api.messaging.store.MessageStore;
import se.ryggrad.api.organisation.Authority;
import se.ryggrad.api.organisation.AuthorityId;
import se.ryggrad.api.organisation.OrganisationId;
import se.ryggrad.api.organisation.Principal;
import se.ryggrad.api.organisation.UnitId;
import se.ryggrad.core.cases.access.Views;
import se.ryggrad.core.cases.audit.AuditDesk;
import se.ryggrad.core.json.StandardFiles;
import se.ryggrad.core.json.catalog.ServiceReader;
import se.ryggrad.core.memory.InMemoryAccessLog;
import se.ryggrad.core.memory.InMemoryCaseStore;
import se.ryggrad.core.memory.InMemoryDocumentStore;
import se.ryggrad.core.memory.InMemoryEventLog;
import se.ryggrad.core.memory.InMemoryOfficerDirectory;
import se.ryggrad.core.memory.InMemoryPrincipals;
import se.ryggrad.core.memory.InMemoryServiceStore;
import se.ryggrad.core.memory.messaging.InMemoryMessageStore;
import se.ryggrad.core.memory.messaging.RecordingChannel;
import se.ryggrad.core.messaging.CaseOutbox;
import se.ryggrad.core.messaging.rules.Channels;
import se.ryggrad.core.registry.Protections;
import se.ryggrad.core.registry.Registries;
import se.ryggrad.core.registry.Representatives;
import se.ryggrad.core.work.Bell;

/** Is an engine over stores in memory, with the conformance services installed. */
public final class World {

    private static final List<String> SERVICES = List.of(
            "plain",
            "manual",
            "high",
            "automatic",
            "anonymous",
            "paper",
            "authority",
            "information",
            "legality",
            "represented",
            "guardian",
            "secret",
            "contact",
            "disposal",
            "guardians",
            "signatories",
            "together",
            "b");

    /** Bounds how messages are sent. */
    public static final MessageTerms.Limits LIMITS = new MessageTerms.Limits(
            3, Duration.ofSeconds(10), Duration.ofDays(30), URI.create("https://minasidor.example.se/"));

    /** Shows noon of 23 November 2026 at first. */
    public final MovingClock clock = new MovingClock(Instant.parse("2026-11-23T11:00:00.123456Z"));

    /** Keeps the cases. */
    public final CaseStore cases;

    /** Keeps the documents. */
    public final DocumentStore documents;

    /** Keeps the services. */
    public final ServiceStore services;

    /** Knows the officers. */
    public final OfficerDirectory officers;

    /** Reads the feed. */
    public final EventLog log;

    /** Keeps who has read which case. */
    public final AccessLog accessLog;

    /** Keeps the letters that cases send. */
    public final MessageStore messages;

    /** Takes letters. */
    public final RecordingChannel mailbox = channel("mailbox", MessageKind.LETTER, Optional.empty());

    /** Takes notices by phone. */
    public final RecordingChannel sms = channel("sms", MessageKind.NOTICE, Optional.of(AddressKind.PHONE));

    /** Is rung when a case has sent a letter. */
    public final Bell bell = new Bell();

    /** The engine. */
    public final CaseEngine engine;

    /** Shows auditors who has read. */
    public final AccessAudit audit;

    /** Creates a world of its own. */
    public World() {
        this(1);
    }

    /** Creates a world in memory whose ids follow from {@code seed}. */
    public World(long seed) {
        this(seed, World::inMemory);
    }

    /** Creates a world over other stores. */
    public World(long seed, Plugs.Opening opening) {
        this(seed, opening, Registries.NONE);
    }

    /** Creates a world over other stores that asks {@code registries} about persons. */
    public World(long seed, Plugs.Opening opening, Registries registries) {
        this(seed, opening, registries, Representatives.UNKNOWN);
    }

    /** Creates a world in memory that asks {@code representatives} who is to agree. */
    public World(long seed, Representatives representatives) {
        this(seed, World::inMemory, Registries.NONE, representatives);
    }

    private World(long seed, Plugs.Opening opening, Registries registries, Representatives representatives) {
        Plugs plugs = opening.open(clock);
        this.cases = plugs.cases();
        this.documents = plugs.documents();
        this.services = plugs.services();
        this.officers = plugs.officers();
        this.log = plugs.log();
        this.accessLog = plugs.accessLog();
        this.messages = plugs.messages();
        this.audit = new AuditDesk(accessLog, principals(), clock);
        SERVICES.forEach(name -> services.publish(
                People.PRINCIPAL, ServiceReader.read(StandardFiles.json("services/conformance-" + name + ".json"))));
        this.engine = new CaseEngine(
                new EnginePorts(
                        cases,
                        documents,
                        services,
                        principals(),
                        officers,
                        accessLog,
                        new Protections(registries),
                        representatives,
                        new CaseOutbox(channels(), LIMITS, clock, new Random(seed), bell),
                        Views::localStatus),
                clock,
                new Random(seed));
    }

    /** Opens stores in memory. */
    public static Plugs inMemory(Clock clock) {
        InMemoryDocumentStore documents = new InMemoryDocumentStore(clock);
        InMemoryMessageStore messages = new InMemoryMessageStore();
        InMemoryCaseStore cases = new InMemoryCaseStore(documents, messages::post);
        return new Plugs(
                cases,
                documents,
                new InMemoryServiceStore(),
                new InMemoryOfficerDirectory(),
                new InMemoryEventLog(cases),
                new InMemoryAccessLog(),
                messages);
    }

    /** Returns the channels that letters and notices go by. */
    public Channels channels() {
        return new Channels(List.of(sms, mailbox));
    }

    private static RecordingChannel channel(String id, MessageKind kind, Optional<AddressKind> address) {
        return new RecordingChannel(new ChannelDescription(
                new ChannelId(id), Set.of(kind), new LocalizedText(id, id), address, Optional.of(id + "-client")));
    }

    /** Returns the one principal. */
    public static InMemoryPrincipals principals() {
        Authority a = new Authority(
                People.AUTHORITY, "Provmyndighet A", "PA", List.of(new UnitId("unit-a"), new UnitId("unit-a2")));
        Authority b =
                new Authority(new AuthorityId("conformance-b"), "Provmyndighet B", "PB", List.of(new UnitId("unit-b")));
        return new InMemoryPrincipals(List.of(new Principal(
                People.PRINCIPAL,
                "Piteå kommun",
                new OrganisationId("2120002759"),
                Optional.of("2581"),
                URI.create("http://localhost:9080/ryggrad/2581/v1"),
                List.of(a, b))));
    }

    /** Hands a case in and returns it. */
    public CaseView submit(Caller caller, String service, String form) {
        return submit(caller, service, form, UUID.randomUUID());
    }

    /** Hands a case in under {@code key} and returns it. */
    public CaseView submit(Caller caller, String service, String form, UUID key) {
        return started(engine.start(caller, StartCall.of(submission(service, form)), once(key, this::answer)))
                .view();
    }

    /** Returns what an anonymous submission started. */
    public Started submitAnonymously(String form) {
        return started(engine.start(People.nobody(), StartCall.of(submission("anonymous", form)), once(this::answer)));
    }

    /** Returns a submission of nothing but a form. */
    public static Submission submission(String service, String form, DocumentEntry... documents) {
        return new Submission(
                new ServiceId("conformance-" + service),
                Optional.empty(),
                CaseHead.Initiator.PARTY,
                new JsonText(form),
                List.of(documents),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** Acts on the case as the caller sees it now. */
    public CaseView act(Caller caller, CaseId id, CaseAction action) {
        return actAt(caller, id, action, version(id).number());
    }

    /** Acts on the case as the caller saw it at {@code version}. */
    public CaseView actAt(Caller caller, CaseId id, CaseAction action, long version) {
        seen(caller);
        Written<CaseView> written = engine.act(
                caller,
                id,
                ActionCall.of(action),
                Optional.of(Precondition.version(new Version(version))),
                once(view -> new Answer(200, Map.of(), "")));
        return ((Written.First<CaseView>) written).result();
    }

    /** Lets the directory learn of an officer, as signing in does. */
    public void seen(Caller caller) {
        if (caller.actor() instanceof Actor.Officer officer) {
            officers.seen(People.PRINCIPAL, officer);
        }
    }

    /** Returns all events of a case as the caller sees them. */
    public List<EventView> timeline(Caller caller, CaseId id) {
        List<EventView> events = new ArrayList<>();
        Page<EventView> page = engine.events(caller, id, new PageRequest(1, PageRequest.MAXIMUM_LIMIT, false));
        events.addAll(page.items());
        while (page.more()) {
            int next = page.request().number() + 1;
            page = engine.events(caller, id, new PageRequest(next, PageRequest.MAXIMUM_LIMIT, false));
            events.addAll(page.items());
        }
        return events;
    }

    /** Returns a write with a key of its own. */
    public <T> Once<T> once(Function<T, Answer> render) {
        return once(UUID.randomUUID(), render);
    }

    /** Returns a write with {@code key}. */
    public <T> Once<T> once(UUID key, Function<T, Answer> render) {
        Claim.Scope scope = new Claim.Scope(People.PRINCIPAL, new ActorId("x"), "", "POST", "/cases");
        return new Once<>(new Claim(scope, new IdempotencyKey(key), "digest", clock.instant()), render);
    }

    /** Returns a start with {@code key} and another body than {@link #once(UUID, Function)} has. */
    public Once<Started> otherBody(UUID key) {
        Claim claim = once(key, this::answer).claim();
        return new Once<>(new Claim(claim.scope(), claim.key(), "other", claim.at()), this::answer);
    }

    /** Returns the current version of a case. */
    public Version version(CaseId id) {
        return cases.find(People.PRINCIPAL, id)
                .map(each -> each.head().version())
                .orElse(Version.NONE);
    }

    /** Renders a start as its id and code. */
    public Answer answer(Started started) {
        String body =
                started.view().shown().id().value() + started.followUpCode().orElse("");
        return new Answer(201, Map.of(), body);
    }

    /** Returns what was started just now. */
    public static Started started(Written<Started> written) {
        return ((Written.First<Started>) written).result();
    }
}
