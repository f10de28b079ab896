package se.ryggrad.core.cases.inquiry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.Language;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.Started;
import se.ryggrad.api.cases.action.DocumentEntry;
import se.ryggrad.api.cases.action.PartyEntry;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.action.Submission;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.Channel;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.documents.StoredDocument;
import se.ryggrad.api.documents.Upload;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.Representation;
import se.ryggrad.api.identity.RepresentationKind;
import se.ryggrad.api.identity.RepresentationRight;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.digest.Sha256;
import se.ryggrad.core.json.cases.CaseWriter;
import se.ryggrad.core.json.cases.EventWriter;
import se.ryggrad.core.registry.Registries;

/** Is a world with a registry of persons, in which Anna and Bertil are parties of one case with contact data in it. */
final class Guarded {

    static final Caller ANNA = issued(People.person(People.ANNA));
    static final Caller BERTIL = issued(People.person(People.BERTIL));
    static final Caller KARIN = issued(People.handler("Karin Ek"));
    static final Caller REGISTRAR = issued(People.registrar());
    static final Caller SYSTEM = issued(People.system("cases:read"));
    static final Caller CLEARED = issued(People.officer(
            "Cilla",
            "case-officer@conformance-a",
            "unit:unit-a@conformance-a",
            "registrar@conformance-a",
            "protected-identity@conformance-a"));
    static final Identity BERTILS = People.identity(People.BERTIL);
    static final Identity ANNAS = People.identity(People.ANNA);
    static final String CANARY = "Kanariegatan";
    static final String NAME = "Kanarie Bertilsson";
    static final PageRequest PAGE = new PageRequest(1, 20, true);

    private static final String FORM =
            "{\"subject\":\"Ansökan\",\"street\":\"Kanariegatan 1\",\"home\":{\"floor\":\"2\"},"
                    + "\"people\":[{\"note\":\"ok\",\"reachedAt\":\"Kanariegatan 2\"}],\"visit\":false,"
                    + "\"place\":\"Kanariegatan 3\"}";

    final KnownPersons registry = new KnownPersons();
    final World world = new World(1, World::inMemory, new Registries(List.of(), List.of(registry)));

    /** Returns {@code caller} with a token of the issuer that the registry answers for. */
    static Caller issued(Caller caller) {
        return new Caller(
                caller.principal(),
                caller.actor(),
                caller.representation(),
                Optional.of(KnownPersons.ISSUER),
                caller.traceparent());
    }

    /** Returns {@code caller} with a token of an issuer that no registry answers for. */
    static Caller unbound(Caller caller) {
        return new Caller(
                caller.principal(),
                caller.actor(),
                caller.representation(),
                Optional.of("elsewhere"),
                caller.traceparent());
    }

    /** Returns Anna as guardian of somebody. */
    static Caller guardian(Identity of) {
        Representation by = new Representation(
                UUID.randomUUID(),
                RepresentationKind.GOD_MAN,
                of,
                NAME,
                Set.of(RepresentationRight.values()),
                false,
                Optional.empty(),
                Optional.empty());
        return new Caller(ANNA.principal(), ANNA.actor(), Optional.of(by), ANNA.issuer(), ANNA.traceparent());
    }

    /** Lets Anna begin a case with Bertil in it, and a document of hers. */
    CaseId begin() {
        return begin(ANNA, submission());
    }

    CaseId begin(Caller caller, Submission submission) {
        return started(caller, submission).shown().id();
    }

    CaseView started(Caller caller, Submission submission) {
        return World.started(world.engine.start(caller, StartCall.of(submission), world.once(world::answer)))
                .view();
    }

    Submission submission() {
        return submission(
                Optional.empty(),
                List.of(new DocumentEntry(upload(), "any", "Kanariegatan.txt", Optional.of("Kanariegatan"))),
                entry(Party.Role.CO_APPLICANT, BERTILS));
    }

    /** Returns what a registrar enters for Bertil. */
    Submission paper() {
        return submission(Optional.of(Channel.PAPER), List.of(), entry(Party.Role.APPLICANT, BERTILS));
    }

    /** Returns what somebody submits for themselves alone. */
    Submission alone() {
        return new Submission(
                new ServiceId("conformance-contact"),
                Optional.empty(),
                CaseHead.Initiator.PARTY,
                new JsonText(FORM),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static PartyEntry entry(Party.Role role, Identity who) {
        return new PartyEntry(role, who, NAME, Optional.empty());
    }

    private static Submission submission(Optional<Channel> channel, List<DocumentEntry> documents, PartyEntry party) {
        return new Submission(
                new ServiceId("conformance-contact"),
                Optional.empty(),
                CaseHead.Initiator.PARTY,
                new JsonText(FORM),
                documents,
                List.of(party),
                channel,
                Optional.empty(),
                List.of());
    }

    private DocumentId upload() {
        byte[] octets = CANARY.getBytes(StandardCharsets.UTF_8);
        Upload upload =
                new Upload(People.PRINCIPAL, ANNA.actor().id(), "text/plain", Sha256.hex(octets), octets.length);
        try {
            Once<StoredDocument> once = world.once(
                    document -> new Answer(201, Map.of(), document.id().value().toString()));
            return new DocumentId(UUID.fromString(world.documents
                    .keep(upload, new ByteArrayInputStream(octets), once)
                    .answer()
                    .body()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Returns all that {@code caller} is told of a case: the case, its events, its access log. */
    String told(Caller caller, CaseId id) {
        String events = world.timeline(caller, id).stream()
                .map(event -> EventWriter.event(event, Language.SV).json().text())
                .collect(Collectors.joining("\n"));
        return text(world.engine.find(caller, id))
                + '\n'
                + events
                + '\n'
                + world.engine.accessLog(caller, id, PAGE).items();
    }

    static String text(CaseView view) {
        return CaseWriter.view(view, Language.SV).json().text();
    }

    /** Returns which documents there are. */
    DocumentId document(CaseId id) {
        return world.cases
                .find(People.PRINCIPAL, id)
                .orElseThrow()
                .documents()
                .get(0)
                .id();
    }

    List<CaseId> listed(Caller caller) {
        var page = world.engine.list(caller, CaseQuery.Filter.NONE, PAGE);
        Assertions.assertThat(page.total())
                .isEqualTo(OptionalLong.of(page.items().size()));
        return page.items().stream().map(view -> view.shown().id()).toList();
    }

    static ProblemType refused(ThrowingCallable call) {
        RyggradException refused = Assertions.catchThrowableOfType(RyggradException.class, call);
        Assertions.assertThat(refused).as("is refused").isNotNull();
        return refused.problem().type();
    }

    /** Renders a view as the answer to it. */
    static Answer answer(CaseView view) {
        return new Answer(200, Map.of(), text(view));
    }

    /** Renders a start as the answer to it. */
    static Answer answer(Started started) {
        return new Answer(201, Map.of(), text(started.view()));
    }
}
