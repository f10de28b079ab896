package se.ryggrad.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.cases.Started;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.action.DocumentEntry;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.action.Submission;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.documents.StoredDocument;
import se.ryggrad.api.documents.Upload;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.digest.Sha256;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.StandardFiles;
import se.ryggrad.core.json.catalog.ServiceReader;

/** Tests how a case begins: by the version of the service that is named, and on paper with gaps that are filled later. */
class StartingTest extends EngineTesting {

    private static final Caller HIGH_ANNA = People.person(People.ANNA, AssuranceLevel.LOA4);

    @Test
    void anyActionBringsAnAttachmentThatWasMissing() throws IOException {
        Started started = World.started(world.engine.start(
                People.registrar(),
                StartCall.of(Papers.received("high", TODAY, "{\"subject\":\"å\"}")),
                world.once(world::answer)));
        CaseId id = started.view().shown().id();

        assertThat(started.view().shown().deficiencies())
                .extracting(gap -> gap.where() + ' ' + gap.code().code())
                .containsExactly("/documents attachment-missing");
        assertThat(world.act(HIGH_ANNA, id, sending("note")).shown().deficiencies())
                .hasSize(1);
        assertThat(world.act(HIGH_ANNA, id, sending("proof")).shown().deficiencies())
                .isEmpty();
    }

    private CaseAction sending(String kind) throws IOException {
        DocumentEntry entry = new DocumentEntry(uploaded().id(), kind, "a.pdf", Optional.empty());
        return new CaseAction.Adding.WriteMessage("Bilagan.", List.of(entry), Optional.empty(), Circle.EVERYBODY);
    }

    private StoredDocument uploaded() throws IOException {
        String content = "%PDF-1.4";
        Upload upload = new Upload(
                People.PRINCIPAL, HIGH_ANNA.actor().id(), "application/pdf", Sha256.hex(content), content.length());
        Written<StoredDocument> written = world.documents.keep(
                upload,
                new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                world.once(document ->
                        new Answer(201, Map.of(), document.id().value().toString())));
        return ((Written.First<StoredDocument>) written).result();
    }

    private void raiseTheLevel() {
        JsonTree second = JsonTree.object()
                .putAll(StandardFiles.json("services/conformance-plain.json"))
                .put("version", "2.0.0")
                .put("assurance", AssuranceLevel.LOA4.uri())
                .build();
        world.services.publish(People.PRINCIPAL, ServiceReader.read(second));
    }

    @Test
    void asksForTheLevelOfTheVersionThatIsNamed() {
        raiseTheLevel();
        assertThat(begun(Optional.of("1.0.0")).view().shown().head().service().version())
                .isEqualTo("1.0.0");
    }

    @Test
    void doesNotLowerTheLevelOfAnotherVersion() {
        raiseTheLevel();
        for (Optional<String> version : List.of(Optional.<String>empty(), Optional.of("2.0.0"), Optional.of("3.0.0"))) {
            assertThat(refused(() -> begun(version)).type()).isEqualTo(ProblemType.INSUFFICIENT_ASSURANCE);
        }
    }

    private Started begun(Optional<String> version) {
        Submission submission = new Submission(
                new ServiceId("conformance-plain"),
                version,
                CaseHead.Initiator.PARTY,
                new JsonText("{\"subject\":\"å\"}"),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        return World.started(world.engine.start(ANNA, StartCall.of(submission), world.once(world::answer)));
    }
}
