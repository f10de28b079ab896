package se.ryggrad.core.cases.erasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import se.ryggrad.api.Problem;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.DocumentEntry;
import se.ryggrad.api.cases.action.Ending;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.law.Erasure;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.documents.StoredDocument;
import se.ryggrad.api.documents.Upload;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.digest.Sha256;

/** Holds what the tests of erasing share: a world with an archivist, cases to erase from, and looks at refusals. */
abstract class Archive {

    static final Caller ANNA = People.person(People.ANNA);
    static final Caller KARIN = People.handler("Karin Ek");
    static final Caller ARNE = People.archivist();
    static final Caller SYSTEM = People.system("cases:read");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final Erasure REDACTED = new Erasure(TODAY, "KS 2026/17", "Dataskydd");
    static final Erasure DISPOSED = new Erasure(TODAY, "KS 2026/18", "Gallringsplan");

    private static final byte[] CONTENT = "kanarie".getBytes(StandardCharsets.UTF_8);

    final World world = new World();

    /** Hands a case of Anna's in. */
    CaseId submit(String service) {
        return world.submit(ANNA, service, "{\"subject\":\"Kanarie\"}").shown().id();
    }

    /** Hands a case of Anna's in, with a document. */
    CaseId submitWith(DocumentId document) {
        DocumentEntry entry = new DocumentEntry(document, "drawing", "kanarie.txt", Optional.empty());
        StartCall call = StartCall.of(World.submission("disposal", "{\"subject\":\"Kanarie\"}", entry));
        return World.started(world.engine.start(ANNA, call, world.once(world::answer)))
                .view()
                .shown()
                .id();
    }

    DocumentId upload() {
        Upload upload = new Upload(People.PRINCIPAL, ANNA.actor().id(), "text/plain", Sha256.hex(CONTENT), 100);
        try {
            Written<StoredDocument> kept = world.documents.keep(
                    upload, new ByteArrayInputStream(CONTENT), world.once(document -> new Answer(201, Map.of(), "")));
            return ((Written.First<StoredDocument>) kept).result().id();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Decides a case and closes it. */
    CaseId close(CaseId id) {
        close(KARIN, id, Acts.close());
        return id;
    }

    CaseView close(Caller officer, CaseId id, Ending.Close action) {
        world.act(officer, id, new CaseAction.Placing.Assign(Optional.empty()));
        CaseView decided = world.act(officer, id, Acts.decide(Decision.Kind.FINAL, Optional.empty()));
        world.act(officer, id, Acts.notify(decided.shown().decisions().get(0).id()));
        return world.act(officer, id, action);
    }

    List<CaseEvent> events(CaseId id) {
        return world.cases.allEvents(People.PRINCIPAL, id);
    }

    UUID first(CaseId id) {
        return events(id).get(0).id();
    }

    UUID last(CaseId id) {
        return events(id).get(events(id).size() - 1).id();
    }

    List<String> allowed(Caller caller, CaseId id) {
        return world.engine.find(caller, id).allowedActions();
    }

    static List<String> places(ThrowingCallable call) {
        Problem problem = refused(call);
        assertThat(problem.type()).isEqualTo(ProblemType.VALIDATION);
        return problem.faults().stream()
                .map(fault -> fault.where() + ' ' + fault.code().code())
                .toList();
    }

    static ProblemType type(ThrowingCallable call) {
        return refused(call).type();
    }

    private static Problem refused(ThrowingCallable call) {
        RyggradException refused = catchThrowableOfType(RyggradException.class, call);
        assertThat(refused).as("is refused").isNotNull();
        return refused.problem();
    }
}
