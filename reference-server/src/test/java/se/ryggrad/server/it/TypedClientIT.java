package se.ryggrad.server.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.Problem;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.Version;
import se.ryggrad.api.cases.AccessAudit;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.Cases;
import se.ryggrad.api.cases.Precondition;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.CaseAction.Placing;
import se.ryggrad.api.cases.action.DocumentEntry;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.events.FeedEvent;
import se.ryggrad.api.idempotency.IdempotencyKey;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.cases.chain.HashChain;
import se.ryggrad.core.client.RyggradClient;
import se.ryggrad.core.client.http.RemoteSystem;

/** Speaks to the running server by the client of the SDK: through gate, tokens and database (ADR 66). */
class TypedClientIT {
    private static final PageRequest PAGE = new PageRequest(1, 20, false);
    private static final Caller ALVA = People.person(Api.ALVA);
    private static final Caller KARIN = People.handler("karin");

    @TempDir
    private static Path data;

    @AutoClose
    private static ServerProcess server;

    private static RyggradClient client;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(data, Map.of());
        RemoteSystem system = RemoteSystem.of(People.PRINCIPAL, server.uri("/ryggrad/2581/v1"));
        TestTokens tokens = TestTokens.from(data);
        client = RyggradClient.of(system, caller -> token(tokens, system.url().toString(), caller.actor()));
    }

    @Test
    void handlesACaseToItsEnd() {
        CaseId id = submitted(key());
        CaseView taken = act(KARIN, cases().find(KARIN, id), new Placing.Assign(Optional.empty()));
        CaseView decided = act(KARIN, taken, Acts.decide(Decision.Kind.FINAL, "approved", Acts.SAID));
        Decision decision = decided.shown().decisions().get(0);
        act(KARIN, act(KARIN, decided, Acts.notify(decision.id())), Acts.close());

        List<CaseEvent> timeline = Page.all(2, page -> cases().events(ALVA, id, page))
                .map(view -> view.event())
                .toList();
        assertThat(timeline)
                .extracting(CaseEvent::type)
                .endsWith(EventType.DECIDED, EventType.DECISION_NOTIFIED, EventType.CLOSED);
        assertThat(HashChain.holds(timeline)).isTrue();
        assertThat(cases().accessLog(ALVA, id, PAGE).items())
                .as("to act on what was answered is to read no more")
                .hasSize(1);
        assertThat(IdentityNumbersIn.text(server.log())).isEmpty();
    }

    @Test
    void writesOnceAndRefusesAsTheEngineDoes() {
        IdempotencyKey key = key();
        CaseId id = submitted(key);
        StartCall other = StartCall.of(World.submission("plain", "{\"odd\":1}"));

        assertThat(submitted(key)).isEqualTo(id);
        Problem conflict = refused(() -> cases().start(ALVA, other, RyggradClient.once(ALVA, key)));
        assertThat(conflict.type()).isEqualTo(ProblemType.IDEMPOTENCY_CONFLICT);
        assertThat(conflict.firstResource()).contains(id.value().toString());
        assertThat(refused(() -> cases().start(ALVA, other, RyggradClient.once(ALVA, key())))
                        .faults())
                .extracting(fault -> fault.where() + ' ' + fault.code().code())
                .containsExactly("/form/odd unknown-member", "/form/subject required");
        assertThat(refused(() -> cases().find(People.person(People.BERTIL), id)).type())
                .isEqualTo(ProblemType.NOT_FOUND);
        assertThat(refused(() -> act(ALVA, cases().find(ALVA, id), Acts.note("x")))
                        .type())
                .isEqualTo(ProblemType.FORBIDDEN);
        assertThat(refused(() -> act(KARIN, id, Acts.note("x"), Precondition.version(new Version(1))))
                        .type())
                .isEqualTo(ProblemType.STALE_VERSION);
    }

    @Test
    void findsListsAndFollows() {
        CaseId id = submitted(key());
        Caller kim = People.officer("kim", "contact-centre@conformance-a");
        Caller rita = People.officer("rita", "auditor@conformance-a");
        CaseQuery.Search alvas = new CaseQuery.Search(Optional.of(People.identity(Api.ALVA)), Optional.empty());

        assertThat(Page.all(1, page -> cases().search(kim, alvas, page)))
                .extracting(view -> view.shown().id())
                .contains(id);
        assertThat(Page.all(1, page -> cases().list(ALVA, CaseQuery.Filter.NONE, page)))
                .extracting(view -> view.shown().id())
                .contains(id);
        Caller system = People.system("events:read");
        assertThat(client.feed().read(system, Optional.empty(), 1000).items())
                .extracting(FeedEvent::caseId)
                .contains(id);
        Written<AccessAudit.Seal> sealed = client.audit()
                .seal(rita, new AccessAudit.Call(People.AUTHORITY, () -> {}), RyggradClient.once(rita, key()));
        long entries = ((Written.First<AccessAudit.Seal>) sealed).result().sequence();
        assertThat(client.audit()
                        .read(rita, People.AUTHORITY, Optional.empty(), 1000)
                        .items())
                .hasSizeGreaterThanOrEqualTo((int) entries)
                .anyMatch(entry -> entry.told().orElseThrow().caseId().equals(id));
    }

    @Test
    void carriesDocuments(@TempDir Path folder) throws IOException {
        Path sent = Files.write(folder.resolve("sent.pdf"), "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        Path received = folder.resolve("received.pdf");
        DocumentId document = client.documents().upload(ALVA, "application/pdf", sent, key());
        DocumentEntry entry = new DocumentEntry(document, "drawing", "Ritning över åkern.pdf", Optional.empty());
        StartCall call = StartCall.of(World.submission("plain", "{\"subject\":\"Ritning\"}", entry));
        CaseView view = World.started(cases().start(ALVA, call, RyggradClient.once(ALVA, key())))
                .view();

        client.documents().download(KARIN, view.shown().id(), document, received);

        assertThat(received).hasSameBinaryContentAs(sent);
        assertThat(view.shown().document(document).orElseThrow().name()).isEqualTo(entry.name());
        assertThat(refused(() -> client.documents()
                                .download(
                                        People.person(People.BERTIL),
                                        view.shown().id(),
                                        document,
                                        received))
                        .type())
                .isEqualTo(ProblemType.NOT_FOUND);
    }

    private static Cases cases() {
        return client.cases();
    }

    private static CaseId submitted(IdempotencyKey key) {
        StartCall call = StartCall.of(World.submission("plain", "{\"subject\":\"Kanariefågel\"}"));
        return World.started(cases().start(ALVA, call, RyggradClient.once(ALVA, key)))
                .view()
                .shown()
                .id();
    }

    /** Acts on the case as it was seen. */
    private static CaseView act(Caller caller, CaseView seen, CaseAction action) {
        Version version = seen.shown().head().version();
        return act(caller, seen.shown().id(), action, Precondition.version(version));
    }

    private static CaseView act(Caller caller, CaseId id, CaseAction action, Precondition precondition) {
        Written<CaseView> written = cases().act(
                        caller,
                        id,
                        ActionCall.of(action),
                        Optional.of(precondition),
                        RyggradClient.once(caller, key()));
        return ((Written.First<CaseView>) written).result();
    }

    private static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID());
    }

    private static Problem refused(ThrowingCallable call) {
        return catchThrowableOfType(RyggradException.class, call).problem();
    }

    private static Optional<String> token(TestTokens tokens, String audience, Actor actor) {
        if (actor instanceof Actor.Person person) {
            return Optional.of(tokens.person(audience, person.identity().value()));
        }
        if (actor instanceof Actor.Officer officer) {
            String[] groups = officer.groups().stream()
                    .map(group -> group.name() + '@' + group.authority().value())
                    .toArray(String[]::new);
            return Optional.of(tokens.officer(
                    audience, officer.name(), officer.organisation().value(), Optional.empty(), groups));
        }
        return Optional.of(tokens.system(audience, List.of("events:read")));
    }
}
