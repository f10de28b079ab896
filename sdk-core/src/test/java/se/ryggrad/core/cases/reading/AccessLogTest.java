package se.ryggrad.core.cases.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.CaseFile;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.action.DocumentEntry;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.CaseDocument;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.store.AccessLog;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.cases.store.Reading;
import se.ryggrad.api.cases.store.Reading.What;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.documents.StoredDocument;
import se.ryggrad.api.documents.Upload;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.organisation.UnitId;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.Plugs;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.cases.chain.HashChain;
import se.ryggrad.core.digest.Sha256;

/** Tests what the engine records of readings, and what it shows when it cannot. */
class AccessLogTest {

    private static final Caller ANNA = People.person(People.ANNA);
    private static final Caller KARIN = People.handler("Karin Ek");
    private static final Caller OTHER_UNIT =
            People.officer("Eva", "case-officer@conformance-a", "unit:unit-a2@conformance-a");
    private static final PageRequest PAGE = new PageRequest(1, 20, true);
    private static final Circle NARROWED =
            new Circle(Audience.OFFICERS, List.of(new Circle.Ground("OSL 26 kap. 1 §", "parten")));
    private static final CaseQuery.Search ANNAS =
            new CaseQuery.Search(Optional.of(People.identity(People.ANNA)), Optional.empty());
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final World world = new World();
    private final CaseId id =
            world.submit(ANNA, "plain", "{\"subject\":\"å\"}").shown().id();

    @Test
    void recordsEachReadingOnceByWhatWasRead() {
        world.engine.find(KARIN, id);
        world.clock.advance(SECOND);
        world.engine.events(People.registrar(), id, PAGE);
        world.clock.advance(SECOND);
        world.engine.accessLog(People.system("cases:read"), id, PAGE);
        world.clock.advance(SECOND);
        CaseFile file = world.engine.export(KARIN, id);

        assertThat(read()).containsExactly("export officer", "access-log system", "events officer", "case officer");
        assertThat(file.readings()).isEqualTo(world.accessLog.all(People.PRINCIPAL, id));
    }

    @Test
    void tellsTheUnitOfThoseWhoAreOfItAlone() {
        world.engine.find(KARIN, id);
        world.clock.advance(SECOND);
        world.engine.find(People.registrar(), id);

        Page<Reading> page = world.engine.accessLog(ANNA, id, PAGE);
        assertThat(page.items())
                .extracting(reading -> reading.actor().unit())
                .containsExactly(Optional.empty(), Optional.of(new UnitId("unit-a")));
        assertThat(page.total()).hasValue(2);
    }

    @Test
    void recordsNothingOfAPartyOrOfListsActsAndRefusals() {
        world.engine.find(ANNA, id);
        world.engine.events(ANNA, id, PAGE);
        world.engine.accessLog(ANNA, id, PAGE);
        world.engine.list(KARIN, CaseQuery.Filter.NONE, PAGE);
        world.act(KARIN, id, new CaseAction.Placing.Assign(Optional.empty()));
        world.engine.memos(KARIN, id);
        world.engine.requireVisible(KARIN, id);
        refused(ProblemType.NOT_FOUND, () -> world.engine.find(OTHER_UNIT, id));
        refused(ProblemType.NOT_FOUND, () -> world.engine.accessLog(OTHER_UNIT, id, PAGE));
        refused(
                ProblemType.NOT_FOUND,
                () -> world.engine.document(KARIN, id, DocumentId.random(), AccessLogTest::given));
        refused(ProblemType.FORBIDDEN, () -> world.engine.export(ANNA, id));

        assertThat(read()).isEmpty();
    }

    @Test
    void refusesTheExportToAUnitThatIsAskedButRecordsItsReading() {
        world.act(KARIN, id, new CaseAction.Placing.Assign(Optional.empty()));
        LocalDate due = LocalDate.of(2026, 12, 1);
        Request.Addressee unit = new Request.Addressee.OfUnit(new UnitId("unit-a2"));
        world.act(KARIN, id, Acts.ask(unit, due, Circle.EVERYBODY));

        refused(ProblemType.FORBIDDEN, () -> world.engine.export(OTHER_UNIT, id));
        assertThat(read()).isEmpty();
        world.engine.find(OTHER_UNIT, id);
        assertThat(read()).containsExactly("case officer");
    }

    @Test
    void namesADocumentToThoseAloneWhoMaySeeIt() throws IOException {
        world.act(KARIN, id, new CaseAction.Placing.Assign(Optional.empty()));
        DocumentId secret = sent(world, id, NARROWED);
        world.engine.document(KARIN, id, secret, AccessLogTest::given);

        assertThat(world.engine.accessLog(ANNA, id, PAGE).items())
                .singleElement()
                .satisfies(reading -> {
                    assertThat(reading.what()).isEqualTo(What.DOCUMENT);
                    assertThat(reading.document()).isEmpty();
                });
        assertThat(world.engine.export(KARIN, id).readings())
                .extracting(Reading::document)
                .contains(Optional.of(secret));
        refused(ProblemType.NOT_FOUND, () -> world.engine.document(ANNA, id, secret, AccessLogTest::given));
        world.accessLog.seal(People.PRINCIPAL, People.AUTHORITY, HashChain::after);
        assertThat(world.audit
                        .read(People.auditor(), People.AUTHORITY, Optional.empty(), 1)
                        .items())
                .extracting(entry -> entry.told().orElseThrow().reading().document())
                .containsExactly(Optional.of(secret));
    }

    @Test
    void recordsNoDocumentOfWhichNothingIsGiven() throws IOException {
        world.act(KARIN, id, new CaseAction.Placing.Assign(Optional.empty()));
        DocumentId open = sent(world, id, Circle.EVERYBODY);

        world.engine.document(KARIN, id, open, document -> false);
        assertThat(read()).isEmpty();
        world.engine.document(ANNA, id, open, AccessLogTest::given);
        assertThat(read()).isEmpty();
    }

    @Test
    void showsNothingThatCannotBeLogged() throws IOException {
        World broken = new World(1, AccessLogTest::withoutALog);
        CaseId there =
                broken.submit(ANNA, "plain", "{\"subject\":\"å\"}").shown().id();
        broken.act(KARIN, there, new CaseAction.Placing.Assign(Optional.empty()));
        DocumentId document = sent(broken, there, Circle.EVERYBODY);

        for (ThrowingCallable reading : List.<ThrowingCallable>of(
                () -> broken.engine.find(KARIN, there),
                () -> broken.engine.events(People.registrar(), there, PAGE),
                () -> broken.engine.document(KARIN, there, document, AccessLogTest::given),
                () -> broken.engine.export(KARIN, there),
                () -> broken.engine.search(KARIN, ANNAS, PAGE),
                () -> broken.engine.accessLog(People.system("cases:read"), there, PAGE))) {
            refused(ProblemType.UNAVAILABLE, reading);
        }
        assertThat(broken.engine.find(ANNA, there).shown().id()).isEqualTo(there);
    }

    private static DocumentId sent(World in, CaseId id, Circle circle) throws IOException {
        Upload upload = new Upload(People.PRINCIPAL, KARIN.actor().id(), "application/pdf", Sha256.hex("a"), 1);
        Written<StoredDocument> written = in.documents.keep(
                upload, new ByteArrayInputStream(new byte[] {'a'}), in.once(document -> new Answer(201, Map.of(), "")));
        DocumentId document = ((Written.First<StoredDocument>) written).result().id();
        DocumentEntry entry = new DocumentEntry(document, "note", "a.pdf", Optional.empty());
        in.act(KARIN, id, new CaseAction.Adding.WriteMessage("Hej.", List.of(entry), Optional.empty(), circle));
        return document;
    }

    private List<String> read() {
        return world.accessLog.all(People.PRINCIPAL, id).stream()
                .map(reading -> reading.what().code() + ' ' + reading.actor().kind())
                .toList();
    }

    private static boolean given(CaseDocument document) {
        return document.content().size() > 0;
    }

    private static void refused(ProblemType type, ThrowingCallable call) {
        RyggradException refused = catchThrowableOfType(RyggradException.class, call);
        assertThat(refused).as("is refused").isNotNull();
        assertThat(refused.problem().type()).isEqualTo(type);
    }

    private static Plugs withoutALog(Clock clock) {
        Plugs sound = World.inMemory(clock);
        return new Plugs(
                sound.cases(),
                sound.documents(),
                sound.services(),
                sound.officers(),
                sound.log(),
                broken(),
                sound.messages());
    }

    /** Returns a log whose disk is full. */
    private static AccessLog broken() {
        return (AccessLog) Proxy.newProxyInstance(
                AccessLogTest.class.getClassLoader(), new Class<?>[] {AccessLog.class}, (self, called, arguments) -> {
                    throw new IllegalStateException("the disk is full");
                });
    }
}
