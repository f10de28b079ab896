package se.ryggrad.server.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.store.CaseStore;
import se.ryggrad.api.documents.DocumentStore;
import se.ryggrad.api.documents.StoredDocument;
import se.ryggrad.api.documents.Upload;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.Plugs;
import se.ryggrad.core.cases.World;

/** Tests what the server does by the hour: requests expire, unused uploads go, and neither hinders the other. */
class HousekeepingTest {
    private static final String EMPTY_SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final Caller KARIN = People.handler("Karin Ek");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void expiresRequestsAndSweepsUploads() throws IOException {
        World world = new World();
        CaseId waiting = waiting(world);
        Once<StoredDocument> upload = upload(world);
        world.clock.advance(Duration.ofHours(24));

        Housekeeping.round(world.engine, world.documents, world.clock.instant());

        Case kept = world.cases.find(People.PRINCIPAL, waiting).orElseThrow();
        assertThat(kept.requests()).extracting(Request::state).containsExactly(Request.State.EXPIRED);
        assertThat(world.documents.answer(upload.claim())).isEmpty();
    }

    @Test
    void leavesWhatIsNotDue() throws IOException {
        World world = new World();
        CaseId waiting = waiting(world);
        Once<StoredDocument> upload = upload(world);

        Housekeeping.round(world.engine, world.documents, world.clock.instant().minusSeconds(1));

        Case kept = world.cases.find(People.PRINCIPAL, waiting).orElseThrow();
        assertThat(kept.requests()).extracting(Request::state).containsExactly(Request.State.OPEN);
        assertThat(world.documents.answer(upload.claim())).isPresent();
    }

    @Test
    void sweepsThoughNoRequestCanExpire() throws IOException {
        World world = new World(1, HousekeepingTest::withoutOverdue);
        Once<StoredDocument> upload = upload(world);
        world.clock.advance(Duration.ofHours(24));

        Housekeeping.round(world.engine, world.documents, world.clock.instant());

        assertThat(world.documents.answer(upload.claim())).isEmpty();
    }

    @Test
    void sealsThoughNoRequestCanExpire() {
        World world = new World(1, HousekeepingTest::withoutOverdue);
        world.engine.find(KARIN, waiting(world));

        Housekeeping.round(world.engine, world.documents, Instant.EPOCH);

        assertThat(world.accessLog.head(People.PRINCIPAL, People.AUTHORITY).sequence())
                .isEqualTo(1);
    }

    @Test
    void goesOnAfterAFailedSweep() {
        World world = new World();
        DocumentStore failing = failing(DocumentStore.class, world.documents, "sweep");
        assertThatCode(() -> Housekeeping.round(world.engine, failing, Instant.EPOCH))
                .doesNotThrowAnyException();
    }

    private static CaseId waiting(World world) {
        CaseId id = world.submit(People.person(People.ANNA), "plain", "{\"subject\":\"å\"}")
                .shown()
                .id();
        world.act(KARIN, id, new CaseAction.Placing.Assign(Optional.empty()));
        Case kept = world.cases.find(People.PRINCIPAL, id).orElseThrow();
        Request.Addressee party =
                new Request.Addressee.OfParty(kept.parties().get(0).id());
        world.act(KARIN, id, Acts.ask(party, TODAY, Circle.EVERYBODY));
        return id;
    }

    private static Once<StoredDocument> upload(World world) throws IOException {
        Upload upload = new Upload(People.PRINCIPAL, KARIN.actor().id(), "text/plain", EMPTY_SHA256, 10);
        Once<StoredDocument> once = world.once(document -> new Answer(201, Map.of(), ""));
        assertThat(world.documents.keep(upload, new ByteArrayInputStream(new byte[0]), once))
                .isInstanceOf(Written.First.class);
        return once;
    }

    private static Plugs withoutOverdue(Clock clock) {
        Plugs plugs = World.inMemory(clock);
        return new Plugs(
                failing(CaseStore.class, plugs.cases(), "overdue"),
                plugs.documents(),
                plugs.services(),
                plugs.officers(),
                plugs.log(),
                plugs.accessLog(),
                plugs.messages());
    }

    private static <T> T failing(Class<T> type, T target, String method) {
        return type.cast(Proxy.newProxyInstance(
                HousekeepingTest.class.getClassLoader(), new Class<?>[] {type}, (self, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        throw new IllegalStateException("the store fails");
                    }
                    try {
                        return called.invoke(target, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }
}
