package se.ryggrad.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.cases.action.DocumentEntry;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.documents.StoredDocument;
import se.ryggrad.api.documents.Upload;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.contract.requirement.Holds;

/** Says what every store of documents keeps, and what it removes. */
public abstract class DocumentStoreContract extends StoreContract {

    private static final byte[] CONTENT = {'a', 'b', 'c'};
    private static final String SHA256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final int ROUNDS = 12;

    @Holds("CASE-033")
    final void sweepsWhatIsOldAndUnusedAndNothingElse() {
        StoredDocument unused = first(keep(once(UUID.randomUUID())));
        StoredDocument attached = first(keep(once(UUID.randomUUID())));
        submit(attached.id());
        world.clock.advance(Duration.ofHours(24));
        StoredDocument young = first(keep(once(UUID.randomUUID())));

        assertThat(world.documents.sweep(unused.uploadedAt())).isZero();
        assertThat(world.documents.sweep(young.uploadedAt())).isEqualTo(1);
        assertThat(found(unused.id(), attached.id(), young.id())).containsExactlyInAnyOrder(attached.id(), young.id());
        assertThat(content(attached.id())).isEqualTo(CONTENT);
        assertThat(content(young.id())).isEqualTo(CONTENT);
        assertThatException().isThrownBy(() -> content(unused.id()));
        assertThat(world.documents.sweep(young.uploadedAt())).isZero();
    }

    @Holds("CORE-034")
    final void freesTheKeyOfWhatItSweepsAndNoOther() {
        Once<StoredDocument> unused = once(UUID.randomUUID());
        Once<StoredDocument> attached = once(UUID.randomUUID());
        StoredDocument swept = first(keep(unused));
        StoredDocument kept = first(keep(attached));
        submit(kept.id());
        world.clock.advance(Duration.ofHours(24));
        Once<StoredDocument> young = once(UUID.randomUUID());
        Instant before = first(keep(young)).uploadedAt();

        world.documents.sweep(before);

        assertThat(world.documents.answer(unused.claim())).isEmpty();
        assertThat(keep(attached).answer().body()).isEqualTo(kept.id().value().toString());
        assertThat(keep(young)).isInstanceOf(Written.Again.class);
        assertThat(first(keep(unused)).id()).isNotEqualTo(swept.id());
    }

    @Holds("CASE-033")
    final void neverSweepsADocumentFromUnderACase() {
        long before = System.nanoTime();
        submit(first(keep(once(UUID.randomUUID()))).id());
        long submission = System.nanoTime() - before;
        for (int round = 0; round < ROUNDS; round++) {
            DocumentId id = first(keep(once(UUID.randomUUID()))).id();
            world.clock.advance(Duration.ofHours(24));
            long start = round * submission / ROUNDS;
            List<String> ends = Together.run(
                    2,
                    place -> Together.outcome(() -> {
                        if (place == 0) {
                            sweep(start);
                        } else {
                            submit(id);
                        }
                    }));

            assertThat(ends.get(0)).isEqualTo("done");
            assertThat(found(id).isEmpty()).isEqualTo(!ends.get(1).equals("done"));
        }
        PageRequest page = new PageRequest(1, 100, false);
        assertThat(list(CaseQuery.Filter.NONE, page, OWN).items())
                .flatExtracting(each -> each.documents())
                .isNotEmpty()
                .allSatisfy(document -> assertThat(content(document.id())).isEqualTo(CONTENT));
    }

    /** Sweeps again and again, a little later in each round, so as to meet the submission at every step. */
    private void sweep(long start) {
        LockSupport.parkNanos(start);
        for (int times = 0; times < ROUNDS; times++) {
            world.documents.sweep(world.clock.instant());
        }
    }

    private Written<StoredDocument> keep(Once<StoredDocument> once) {
        Upload upload = new Upload(People.PRINCIPAL, ANNA.actor().id(), "text/plain", SHA256, 10);
        try {
            return world.documents.keep(upload, new ByteArrayInputStream(CONTENT), once);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Once<StoredDocument> once(UUID key) {
        return world.once(
                key, document -> new Answer(201, Map.of(), document.id().value().toString()));
    }

    private static StoredDocument first(Written<StoredDocument> written) {
        return ((Written.First<StoredDocument>) written).result();
    }

    private void submit(DocumentId document) {
        DocumentEntry entry = new DocumentEntry(document, "drawing", "ritning.txt", Optional.empty());
        StartCall call = StartCall.of(World.submission("plain", "{\"subject\":\"å\"}", entry));
        world.engine.start(ANNA, call, world.once(world::answer));
    }

    private List<DocumentId> found(DocumentId... ids) {
        return world.documents.find(People.PRINCIPAL, Set.of(ids)).stream()
                .map(StoredDocument::id)
                .toList();
    }

    private byte[] content(DocumentId id) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            world.documents.copy(id, 0, CONTENT.length, content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return content.toByteArray();
    }
}
