package se.ryggrad.core.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.cases.Started;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.action.DocumentEntry;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.documents.StoredDocument;
import se.ryggrad.api.documents.Upload;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.AssuranceLevel;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.digest.Sha256;

/** Tests how an attachment that a case on paper lacks comes later. */
class MissingAttachmentTest extends EngineTesting {

    private static final Caller HIGH_ANNA = People.person(People.ANNA, AssuranceLevel.LOA4);

    @Test
    void anyActionBringsIt() throws IOException {
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
}
