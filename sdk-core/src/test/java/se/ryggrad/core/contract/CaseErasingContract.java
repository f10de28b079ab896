package se.ryggrad.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.Version;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.Started;
import se.ryggrad.api.cases.action.ActionCall;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.Circle;
import se.ryggrad.api.cases.action.DocumentEntry;
import se.ryggrad.api.cases.action.StartCall;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.law.Erasure;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.model.Decision;
import se.ryggrad.api.cases.store.AuditEntry;
import se.ryggrad.api.cases.store.AuditHead;
import se.ryggrad.api.cases.store.CaseQuery;
import se.ryggrad.api.cases.store.ChangeSet;
import se.ryggrad.api.cases.store.Memo;
import se.ryggrad.api.cases.store.Sight;
import se.ryggrad.api.catalog.RepresentationRule;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.documents.StoredDocument;
import se.ryggrad.api.documents.Upload;
import se.ryggrad.api.events.FeedEvent;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.idempotency.Written;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.cases.Acts;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.cases.World;
import se.ryggrad.core.cases.audit.AuditChain;
import se.ryggrad.core.cases.chain.HashChain;
import se.ryggrad.core.contract.requirement.Holds;
import se.ryggrad.core.digest.Sha256;

/** Says what every store takes away for good, and what it keeps all the same. */
public abstract class CaseErasingContract extends StoreContract {

    private static final Caller ARNE = People.archivist();
    private static final byte[] CONTENT = "kanarie".getBytes(StandardCharsets.UTF_8);
    private static final Erasure REDACTED = new Erasure(TODAY, "KS 2026/17", "Dataskydd");
    private static final Erasure DISPOSED = new Erasure(TODAY, "KS 2026/18", "Gallringsplan");

    private final UUID started = UUID.randomUUID();
    private final UUID uploaded = UUID.randomUUID();

    @Holds({"HAND-072", "HAND-073"})
    final void erasesWhatIsNamedAndNothingElse() {
        DocumentId document = upload();
        CaseId id = begin(document);
        world.act(ANNA, id, Acts.message("Kanarie", Circle.EVERYBODY));
        world.act(ANNA, id, Acts.message("Kvar", Circle.EVERYBODY));
        List<CaseEvent> before = events(id);
        List<FeedEvent> feed = feed();

        world.act(ARNE, id, Acts.redact(before.get(0).id(), before.get(2).id(), document.value()));

        List<CaseEvent> after = events(id);
        assertThat(after).hasSize(5);
        assertThat(after.get(0)).isEqualTo(before.get(0).erased(REDACTED));
        assertThat(after.get(0).erasure()).contains(REDACTED);
        assertThat(after.get(0).told()).isEmpty();
        assertThat(after.get(1)).isEqualTo(before.get(1));
        assertThat(after.get(2)).isEqualTo(before.get(2).erased(REDACTED));
        assertThat(after.get(3)).isEqualTo(before.get(3));
        assertThat(HashChain.holds(after)).isTrue();
        assertThat(world.cases
                        .events(People.PRINCIPAL, id, new PageRequest(1, 5, false))
                        .items())
                .isEqualTo(after);
        assertThat(feed().subList(0, 4)).isEqualTo(feed);
        Case kept = kept(id);
        assertThat(kept.form().text()).isEqualTo("{}");
        assertThat(kept.documents()).singleElement().satisfies(entry -> {
            assertThat(entry.redacted()).contains(REDACTED);
            assertThat(entry.name() + entry.subject() + entry.content().sha256())
                    .isEmpty();
        });
        gone(document);
    }

    @Holds("HAND-077")
    final void erasesEveryAnswerOfTheCaseButItsOwn() {
        CaseId id = begin(upload());
        CaseId other = submit();
        UUID otherKey = UUID.randomUUID();
        message(other, otherKey);
        UUID memo = UUID.randomUUID();
        world.engine.memo(
                KARIN,
                id,
                ActionCall.of(new CaseAction.Adding.WriteMemo("Ring")),
                world.once(memo, kept -> new Answer(201, Map.of(), kept.text())));
        Once<CaseView> redaction = world.once(UUID.randomUUID(), view -> new Answer(200, Map.of(), "own"));

        world.engine.act(
                ARNE, id, ActionCall.of(Acts.redact(events(id).get(0).id())), Optional.of(current -> true), redaction);

        for (UUID key : List.of(started, memo)) {
            assertThat(world.cases.answer(world.once(key, world::answer).claim()))
                    .hasValueSatisfying(kept -> {
                        assertThat(kept.answer()).isEmpty();
                        assertThat(kept.requestDigest()).isEqualTo("digest");
                        assertThat(kept.resource()).isNotEmpty();
                    });
        }
        assertThat(world.cases
                        .answer(redaction.claim())
                        .orElseThrow()
                        .answer()
                        .orElseThrow()
                        .body())
                .isEqualTo("own");
        assertThat(world.cases
                        .answer(world.once(otherKey, world::answer).claim())
                        .orElseThrow()
                        .answer())
                .isPresent();
        assertThat(world.cases.memos(People.PRINCIPAL, id))
                .extracting(Memo::text)
                .containsExactly("Ring");
    }

    @Holds("HAND-079")
    final void leavesOfADisposedCaseThatItWasThere() {
        DocumentId document = upload();
        CaseId id = closed(begin(document));
        world.act(ARNE, id, Acts.redact(events(id).get(0).id()));
        world.engine.find(KARIN, id);
        List<CaseEvent> before = events(id);

        world.act(ARNE, id, Acts.dispose());

        List<CaseEvent> after = events(id);
        assertThat(after).hasSize(before.size() + 1);
        assertThat(after.subList(0, before.size()))
                .isEqualTo(before.stream().map(event -> event.erased(DISPOSED)).toList());
        assertThat(after.get(0).erasure()).contains(REDACTED);
        assertThat(after.get(before.size()).told()).isPresent();
        assertThat(HashChain.holds(after)).isTrue();
        Case kept = kept(id);
        assertThat(kept.disposed()).contains(DISPOSED);
        assertThat(kept.parties()).isEmpty();
        assertThat(kept.documents()).isEmpty();
        assertThat(kept.decisions()).isEmpty();
        assertThat(kept.head().officer()).isEmpty();
        assertThat(world.accessLog.all(People.PRINCIPAL, id)).isEmpty();
        AuditHead head = world.accessLog.seal(People.PRINCIPAL, People.AUTHORITY, HashChain::after);
        List<AuditEntry> log = world.accessLog.sealed(People.PRINCIPAL, People.AUTHORITY, 0, 10);
        assertThat(log).extracting(AuditEntry::told).containsExactly(Optional.empty());
        assertThat(AuditChain.head(log)).isEqualTo(head);
        gone(document);
        PageRequest page = new PageRequest(1, 10, true);
        assertThat(list(CaseQuery.Filter.NONE, page, OWN).items()).isEmpty();
        assertThat(list(CaseQuery.Filter.NONE, page, new Sight.Entry.AuthorityCases(People.AUTHORITY))
                        .items())
                .containsExactly(kept);
    }

    @Holds({"HAND-079", "HAND-080"})
    final void losesTheCodeAndTheWorkingPapersOfADisposedCase() {
        Started begun = World.started(world.engine.start(
                People.nobody(),
                StartCall.of(World.submission("anonymous", "{\"subject\":\"Gropen\"}")),
                world.once(world::answer)));
        CaseId id = begun.view().shown().id();
        Case before = kept(id);
        String digest = before.followUpDigest().orElseThrow();
        world.engine.memo(
                KARIN,
                id,
                ActionCall.of(new CaseAction.Adding.WriteMemo("Ring")),
                world.once(kept -> new Answer(201, Map.of(), kept.text())));

        dispose(before);

        assertThat(kept(id).followUpDigest()).isEmpty();
        assertThat(world.cases.findByFollowUp(People.PRINCIPAL, digest)).isEmpty();
        assertThat(world.cases.memos(People.PRINCIPAL, id)).isEmpty();
        assertThat(HashChain.holds(events(id))).isTrue();
    }

    private CaseId begin(DocumentId document) {
        DocumentEntry entry = new DocumentEntry(document, "drawing", "kanarie.txt", Optional.of("Kanarie"));
        StartCall call = StartCall.of(World.submission("disposal", "{\"subject\":\"Kanarie\"}", entry));
        return World.started(world.engine.start(ANNA, call, world.once(started, world::answer)))
                .view()
                .shown()
                .id();
    }

    private CaseId closed(CaseId id) {
        world.act(KARIN, id, new CaseAction.Placing.Assign(Optional.empty()));
        CaseView decided = world.act(KARIN, id, Acts.decide(Decision.Kind.FINAL, Optional.empty()));
        world.act(KARIN, id, Acts.notify(decided.shown().decisions().get(0).id()));
        world.act(KARIN, id, Acts.close());
        return id;
    }

    private void message(CaseId id, UUID key) {
        world.engine.act(
                ANNA,
                id,
                ActionCall.of(Acts.message("Hej", Circle.EVERYBODY)),
                Optional.empty(),
                world.once(key, view -> new Answer(200, Map.of(), "Hej")));
    }

    /** Writes what disposes of a case, whatever its service says. */
    private void dispose(Case before) {
        Instant now = world.clock.instant();
        long sequence = before.head().version().number() + 1;
        JsonText content = new JsonText("{}");
        CaseEvent event = new CaseEvent(
                UUID.randomUUID(),
                sequence,
                EventType.DISPOSED,
                now,
                new CaseEvent.Told(content, "00".repeat(32), "", Audience.ALL_PARTIES, List.of()),
                HashChain.seal(before.head().chainHash(), sequence, new byte[32], content));
        CaseHead head = before.head().toBuilder()
                .after(now, new Version(sequence), event.seal().hash())
                .build();
        world.cases.commit(new ChangeSet(
                before.disposed(DISPOSED).toBuilder().head(head).build(),
                before.head().version(),
                Optional.empty(),
                RepresentationRule.NOBODY,
                false,
                List.of(event),
                Set.of(),
                ChangeSet.Memos.NONE,
                Optional.of(new ChangeSet.Erased.Whole(DISPOSED)),
                List.of(),
                Optional.empty(),
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
    }

    private List<CaseEvent> events(CaseId id) {
        return world.cases.allEvents(People.PRINCIPAL, id);
    }

    private List<FeedEvent> feed() {
        return world.log.read(People.PRINCIPAL, Set.of(People.AUTHORITY), 0, 100);
    }

    private DocumentId upload() {
        Upload upload = new Upload(People.PRINCIPAL, ANNA.actor().id(), "text/plain", Sha256.hex(CONTENT), 100);
        try {
            Written<StoredDocument> kept = world.documents.keep(upload, new ByteArrayInputStream(CONTENT), uploading());
            return ((Written.First<StoredDocument>) kept).result().id();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Once<StoredDocument> uploading() {
        return world.once(
                uploaded,
                document -> new Answer(201, Map.of(), document.id().value().toString()));
    }

    private void gone(DocumentId document) {
        assertThat(world.documents.find(People.PRINCIPAL, Set.of(document))).isEmpty();
        assertThat(world.documents.answer(uploading().claim())).isEmpty();
        assertThatException()
                .isThrownBy(() -> world.documents.copy(document, 0, CONTENT.length, new ByteArrayOutputStream()));
    }
}
