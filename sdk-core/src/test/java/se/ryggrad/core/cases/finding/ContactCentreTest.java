package se.ryggrad.core.cases.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.Language;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.EventView;
import se.ryggrad.api.cases.action.Appealing;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.CaseAction.Adding;
import se.ryggrad.api.cases.action.CaseAction.Asking;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.action.DocumentEntry;
import se.ryggrad.api.cases.action.PartyEntry;
import se.ryggrad.api.cases.action.Recorded;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.action.Submission;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.model.Relation;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.documents.StoredDocument;
import se.ryggrad.api.documents.Upload;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.EngineTesting;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.digest.Sha256;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.cases.CaseWriter;

/** Tells what a contact centre sees of a case and does in it (ID-040, ID-041, ID-072 to ID-074, HAND-093). */
class ContactCentreTest extends EngineTesting {

    private static final String GROUP = "contact-centre@conformance-a";
    private static final Caller KIM = People.officer("Kim", GROUP);
    private static final String CANARY = "kanariefågel";
    private static final Circle NARROWED =
            new Circle(Audience.OFFICERS, List.of(new Circle.Ground("OSL 26 kap. 1 §", "parten")));
    private static final CaseQuery.Search ANNAS =
            new CaseQuery.Search(Optional.of(People.identity(People.ANNA)), Optional.empty());

    @Test
    void seesHowFarACaseHasGotAndNothingOfWhatIsInIt() {
        CaseId id = decided();

        CaseView view = world.engine.find(KIM, id);
        Case shown = view.shown();
        JsonTree.ObjectNode json = CaseWriter.view(view, Language.SV);
        assertThat(json.at("/limited")).contains(JsonTree.of(true));
        assertThat(json.json().text()).doesNotContain(CANARY, People.ANNA);
        assertThat(json.at("/parties/0/identity/scheme")).contains(JsonTree.of("personnummer"));
        assertThat(json.at("/parties/0/name")).contains(JsonTree.of("Test Testsson"));
        assertThat(json.at("/officer/name")).contains(JsonTree.of("Karin Ek"));
        assertThat(shown.head()).isEqualTo(world.engine.find(KARIN, id).shown().head());
        assertThat(shown.form()).isEqualTo(new JsonText("{}"));
        assertThat(List.of(shown.documents(), shown.decisions(), shown.appeals(), shown.relations()))
                .allMatch(List::isEmpty);
        Case whole = world.engine.find(KARIN, id).shown();
        assertThat(List.of(whole.documents(), whole.decisions(), whole.appeals(), whole.relations()))
                .noneMatch(List::isEmpty);
        assertThat(whole.requests())
                .hasSize(2)
                .noneMatch(each -> each.material().isEmpty());
        assertThat(shown.deadlines()).isEqualTo(whole.deadlines());
        assertThat(shown.requests()).singleElement().satisfies(request -> {
            assertThat(request.text()).isEqualTo("Vad menar du?");
            assertThat(request.form()).isEmpty();
            assertThat(request.material()).isEmpty();
        });
        assertThat(json.at("/waitingFor").flatMap(JsonTree::asArray).orElseThrow())
                .hasSize(1);
        assertThat(CaseWriter.view(world.engine.find(KARIN, id), Language.SV).at("/limited"))
                .isEmpty();
    }

    @Test
    void findsWithoutWhatIsNarrowedAndListsNothing() {
        CaseId id = decided();

        assertThat(world.engine.list(KIM, CaseQuery.Filter.NONE, PAGE).total()).hasValue(0);
        assertThat(world.engine.search(KIM, ANNAS, PAGE).items())
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.shown().id()).isEqualTo(id);
                    assertThat(item.shown().openRequests()).hasSize(1);
                });
        assertThat(world.engine
                        .search(KARIN, ANNAS, PAGE)
                        .items()
                        .get(0)
                        .shown()
                        .openRequests())
                .hasSize(2);
    }

    @Test
    void readsNothingThatLiesInACase() {
        CaseId id = assigned();

        for (ThrowingCallable reading : List.<ThrowingCallable>of(
                () -> world.engine.events(KIM, id, PAGE),
                () -> world.engine.accessLog(KIM, id, PAGE),
                () -> world.engine.export(KIM, id),
                () -> world.engine.memos(KIM, id),
                () -> world.engine.document(KIM, id, DocumentId.random(), document -> true))) {
            assertThat(refused(reading).type()).isEqualTo(ProblemType.FORBIDDEN);
        }
        assertThat(world.accessLog.all(People.PRINCIPAL, id)).isEmpty();
        world.engine.find(KIM, id);
        assertThat(world.accessLog.all(People.PRINCIPAL, id)).hasSize(1);
    }

    @Test
    void writesMessagesAndDoesNothingElse() {
        CaseId id = assigned();
        int before = world.timeline(KARIN, id).size();

        assertThat(world.engine.find(KIM, id).allowedActions()).containsExactly("message");
        CaseView after = world.act(KIM, id, Acts.message("Hon ringde.", Circle.EVERYBODY));
        assertThat(after.limited()).isTrue();
        assertThat(content(last(KARIN, id)).at("/actor/for")).isEmpty();
        world.act(KIM, id, told(Acts.onPaper(party(id), TODAY)));
        assertThat(content(last(KARIN, id)).at("/actor/for"))
                .contains(JsonTree.of(party(id).value().toString()));
        assertThat(world.timeline(KARIN, id)).hasSize(before + 2);
        assertThat(places(() -> world.act(
                        KIM, id, told(new Recorded(Optional.of(party(id)), Optional.empty(), Optional.empty())))))
                .containsExactly("/channel required");
        assertThat(places(() -> world.act(KIM, id, Acts.message("x", NARROWED))))
                .containsExactly("/audience unknown-member", "/secrecy unknown-member");
        for (CaseAction other :
                List.of(Acts.supplement("x"), Acts.note("x"), new CaseAction.Placing.Assign(Optional.empty()))) {
            assertThat(refused(() -> world.act(KIM, id, other)).type()).isEqualTo(ProblemType.FORBIDDEN);
        }
    }

    @Test
    void doesNotKnowOfACaseUnderSecrecy() {
        CaseId id = world.submit(ANNA, "secret", "{\"subject\":\"å\"}").shown().id();
        Caller party = People.officer("Anna", Optional.of(People.identity(People.ANNA)), GROUP);

        for (Caller caller : List.of(KIM, party)) {
            assertThat(refused(() -> world.engine.find(caller, id)).type()).isEqualTo(ProblemType.NOT_FOUND);
            assertThat(refused(() -> world.engine.events(caller, id, PAGE)).type())
                    .isEqualTo(ProblemType.NOT_FOUND);
            assertThat(refused(() -> world.act(caller, id, Acts.message("x", Circle.EVERYBODY)))
                            .type())
                    .isEqualTo(ProblemType.NOT_FOUND);
            assertThat(world.engine.search(caller, ANNAS, PAGE).total()).hasValue(0);
        }
        assertThat(world.engine.search(People.registrar(), ANNAS, PAGE).total()).hasValue(1);
        Caller both = People.officer("Rut", GROUP, "registrar@conformance-a");
        assertThat(world.engine.find(both, id).limited()).isFalse();
        assertThat(places(() -> world.act(both, id, Acts.message("x", Circle.EVERYBODY))))
                .containsExactly("/for required");
    }

    @Test
    void handsInUnderSecrecyAndSeesTheAnswerOnce() {
        UUID key = UUID.randomUUID();
        CaseView answer = world.submit(KIM, "secret", "{\"subject\":\"kanariefågel\"}", key);

        assertThat(answer.limited()).isTrue();
        assertThat(answer.allowedActions()).isEmpty();
        assertThat(answer.shown().form()).isEqualTo(new JsonText("{}"));
        assertThat(refused(() -> world.submit(KIM, "secret", "{\"subject\":\"kanariefågel\"}", key))
                        .type())
                .isEqualTo(ProblemType.NOT_FOUND);
        assertThat(refused(() -> world.engine.find(KIM, answer.shown().id())).type())
                .isEqualTo(ProblemType.NOT_FOUND);
    }

    @Test
    void handsInAsARegistrarDoes() {
        CaseView answer = world.submit(KIM, "plain", "{}");

        assertThat(answer.limited()).isTrue();
        assertThat(answer.shown().head().channel().code()).isEqualTo("paper");
        assertThat(answer.shown().deficiencies()).isNotEmpty();
        assertThat(answer.allowedActions()).containsExactly("message");
        assertThat(refused(() -> world.submit(KIM, "b", "{\"subject\":\"å\"}")).type())
                .isEqualTo(ProblemType.FORBIDDEN);
    }

    @Test
    void seesByTheFullerGroupWhatThatGives() {
        CaseId id = assigned();
        Caller registrar = People.officer("Rut", GROUP, "registrar@conformance-a");
        Caller otherUnit = People.officer("Eva", GROUP, "case-officer@conformance-a", "unit:unit-a2@conformance-a");
        Caller colleague = People.officer("Ola", GROUP, "case-officer@conformance-a", "unit:unit-a@conformance-a");

        assertThat(world.engine.find(registrar, id).limited()).isFalse();
        world.act(registrar, id, Acts.message("Hon ringde.", Circle.EVERYBODY));
        assertThat(world.engine.find(otherUnit, id).limited()).isTrue();
        world.act(colleague, id, told(Acts.onPaper(party(id), TODAY)));
        assertThat(world.engine.list(otherUnit, CaseQuery.Filter.NONE, PAGE).total())
                .hasValue(0);
    }

    @Test
    void doesNothingWithACaseOfTheirOwn() {
        CaseId id = assigned();
        Caller party = People.officer("Anna", Optional.of(People.identity(People.ANNA)), GROUP);

        assertThat(refused(() -> world.engine.find(party, id)).type()).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(refused(() -> world.act(party, id, Acts.message("x", Circle.EVERYBODY)))
                        .type())
                .isEqualTo(ProblemType.FORBIDDEN);
        assertThat(world.engine.search(party, ANNAS, PAGE).total()).hasValue(0);
    }

    /** Returns a case with all that is not shown, a question to everybody and one to officers alone. */
    private CaseId decided() {
        CaseId id = related();
        world.act(KARIN, id, new CaseAction.Placing.Assign(Optional.empty()));
        DocumentId document = uploaded();
        DocumentEntry entry = new DocumentEntry(document, "note", CANARY, Optional.empty());
        world.act(KARIN, id, new Adding.WriteMessage("Hej", List.of(entry), Optional.empty(), Circle.EVERYBODY));
        Request.Addressee anna = new Request.Addressee.OfParty(party(id));
        world.act(KARIN, id, ask(anna, "Vad menar du?", document, Circle.EVERYBODY));
        world.act(KARIN, id, ask(new Request.Addressee.OfName("Länsstyrelsen"), CANARY, document, NARROWED));
        world.act(KARIN, id, Acts.decide(Decision.Kind.PARTIAL, Optional.empty()));
        UUID decision = world.engine.find(KARIN, id).shown().decisions().get(0).id();
        world.act(ANNA, id, new Appealing.MakeAppeal(decision, CANARY, List.of(), Optional.empty()));
        return id;
    }

    /** Hands a case in that has to do with another. */
    private CaseId related() {
        Submission submission = new Submission(
                new ServiceId("conformance-plain"),
                Optional.empty(),
                CaseHead.Initiator.PARTY,
                new JsonText("{\"subject\":\"kanariefågel\"}"),
                List.of(),
                List.of(new PartyEntry(
                        Party.Role.APPLICANT, People.identity(People.ANNA), "Test Testsson", Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                List.of(new Relation("related", UUID.randomUUID())));
        return World.started(
                        world.engine.start(People.registrar(), StartCall.of(submission), world.once(world::answer)))
                .view()
                .shown()
                .id();
    }

    private DocumentId uploaded() {
        Upload upload = new Upload(People.PRINCIPAL, KARIN.actor().id(), "application/pdf", Sha256.hex("a"), 1);
        try {
            Written<StoredDocument> written = world.documents.keep(
                    upload,
                    new ByteArrayInputStream(new byte[] {'a'}),
                    world.once(document -> new Answer(201, Map.of(), "")));
            return ((Written.First<StoredDocument>) written).result().id();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Asking.Ask ask(Request.Addressee addressee, String text, DocumentId material, Circle circle) {
        return new Asking.Ask(
                Request.Kind.INFORMATION,
                addressee,
                text,
                Optional.of(new JsonText("{\"type\":\"object\",\"title\":\"kanariefågel\"}")),
                List.of(material),
                Optional.empty(),
                Optional.empty(),
                circle);
    }

    private static Adding.WriteMessage told(Recorded recorded) {
        return new Adding.WriteMessage("Hon ringde.", List.of(), Optional.of(recorded), Circle.EVERYBODY);
    }

    private static JsonTree content(EventView view) {
        return JsonTree.parse(view.event().told().orElseThrow().content());
    }
}
