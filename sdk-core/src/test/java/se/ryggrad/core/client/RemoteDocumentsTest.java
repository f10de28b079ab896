package se.ryggrad.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.idempotency.IdempotencyKey;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.client.http.PlayedSystem;

class RemoteDocumentsTest {

    private static final Caller ANNA = People.person(People.ANNA);
    private static final CaseId ID = CaseId.random();
    private static final DocumentId DOCUMENT = DocumentId.random();

    /** The digest of {@link #TEXT}, by {@code printf hej | openssl dgst -sha256 -binary | base64}. */
    private static final String DIGEST = "sha-256=:nEeL9j6VAMtdsehezoLxjI655S4vkTWs1/EJcsjVY7o=:";

    private static final String TEXT = "hej";

    @TempDir
    private Path folder;

    @AutoClose
    private final PlayedSystem played = new PlayedSystem();

    private final RemoteDocuments documents =
            RyggradClient.of(played.address(), PlayedSystem::token).documents();

    RemoteDocumentsTest() throws IOException {}

    @Test
    void uploadsOnceHoweverOftenItIsSent() throws IOException {
        played.breaksOff().answers(201, "{\"id\":\"" + DOCUMENT.value() + "\",\"size\":3}");
        IdempotencyKey key = new IdempotencyKey(UUID.randomUUID());

        assertThat(documents.upload(ANNA, "text/plain", written(TEXT), key)).isEqualTo(DOCUMENT);

        assertThat(played.asked()).hasSize(2).allSatisfy(asked -> {
            assertThat(asked.uri()).isEqualTo("/ryggrad/2581/v1/documents");
            assertThat(asked.body()).isEqualTo(TEXT);
            assertThat(asked.header("Content-Type")).contains("text/plain");
            assertThat(asked.header("Content-Digest")).contains(DIGEST);
            assertThat(asked.header("Idempotency-Key")).contains(key.value().toString());
        });
    }

    @Test
    void downloadsItFromTheBeginningAtEachTry() throws IOException {
        played.breaksOff().answers(200, TEXT, Map.of("Repr-Digest", DIGEST));
        Path file = written("what was there before, and longer");

        documents.download(ANNA, ID, DOCUMENT, file);

        assertThat(file).hasContent(TEXT);
        assertThat(played.asked())
                .hasSize(2)
                .extracting(PlayedSystem.Asked::uri)
                .containsOnly("/ryggrad/2581/v1/cases/" + ID.value() + "/documents/" + DOCUMENT.value());
    }

    @Test
    void refusesAnotherContentThanTheSystemSaysThatItIs() throws IOException {
        Path file = written("");

        played.answers(200, "nej", Map.of("Repr-Digest", DIGEST)).answers(200, TEXT);

        assertThat(refused(file)).isEqualTo(ProblemType.INTERNAL);
        assertThat(refused(file)).as("without a digest").isEqualTo(ProblemType.INTERNAL);
    }

    @Test
    void writesNoRefusalIntoTheFile() throws IOException {
        Path file = written("");
        played.answers(404, "{\"type\":\"urn:ryggrad:problem:not-found\",\"detail\":\"Nothing here.\"}");

        assertThat(refused(file)).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(file).isEmptyFile();
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("document"), text);
    }

    private ProblemType refused(Path file) {
        return catchThrowableOfType(RyggradException.class, () -> documents.download(ANNA, ID, DOCUMENT, file))
                .problem()
                .type();
    }
}
