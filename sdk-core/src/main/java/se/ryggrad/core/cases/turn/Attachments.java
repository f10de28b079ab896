package se.ryggrad.core.cases.turn;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.cases.action.DocumentEntry;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseDocument;
import se.ryggrad.api.cases.model.Secrecy;
import se.ryggrad.api.catalog.AttachmentRule;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.documents.StoredDocument;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.text.Wording;

/** Takes uploaded documents into a case: each once, by whoever uploaded it (CASE-009). */
public final class Attachments {

    /** The most documents of a case ({@code /capabilities}, {@code documentsPerCase}). */
    public static final int DOCUMENTS_PER_CASE = 100;

    private static final String DOCUMENTS = "/documents";

    private Attachments() {}

    /**
     * Says how documents enter.
     *
     * @param direction where they come from
     * @param on received on, or drawn up on
     * @param audience who may see them
     * @param secrecy the grounds on which somebody may not
     */
    public record Entry(CaseDocument.Direction direction, LocalDate on, Audience audience, List<Secrecy> secrecy) {

        /** Returns the entry of documents that everybody in the case may see. */
        public static Entry open(CaseDocument.Direction direction, LocalDate on) {
            return new Entry(direction, on, Audience.ALL_PARTIES, List.of());
        }
    }

    /** Adds {@code entries} to the case and notes their faults; returns what they became. */
    public static List<CaseDocument> take(Turn turn, List<DocumentEntry> entries, Entry how) {
        if (entries.isEmpty()) {
            return List.of();
        }
        Map<DocumentId, StoredDocument> known = known(turn, entries);
        Set<DocumentId> taken = new HashSet<>();
        List<CaseDocument> documents = new ArrayList<>();
        int number = turn.current().documents().size();
        if (number + entries.size() > DOCUMENTS_PER_CASE) {
            turn.fault(DOCUMENTS, FaultCode.MAX_ITEMS);
        }
        for (int place = 0; place < entries.size(); place++) {
            DocumentEntry entry = entries.get(place);
            StoredDocument stored = known.get(entry.id());
            if (stored == null || !taken.add(entry.id())) {
                turn.fault(DOCUMENTS + '/' + place + "/id", FaultCode.UNKNOWN_DOCUMENT);
            } else {
                mediaType(turn, place, entry, stored);
                documents.add(document(turn, entry, stored, number + place + 1, how));
                turn.use(entry.id());
            }
        }
        turn.become(turn.current().toBuilder().addDocuments(documents).build());
        supplied(turn);
        return documents;
    }

    /** Lets the attachments that have come be deficiencies no more (HAND-022). */
    private static void supplied(Turn turn) {
        Case now = turn.current();
        List<Fault> missing = missing(turn);
        turn.become(now.toBuilder()
                .form(
                        now.form(),
                        now.deficiencies().stream()
                                .filter(gap -> gap.code() != FaultCode.ATTACHMENT_MISSING || missing.contains(gap))
                                .toList())
                .build());
    }

    /** Returns the faults of the attachments that the service requires and the case lacks (CASE-007). */
    public static List<Fault> missing(Turn turn) {
        Set<String> kinds =
                turn.current().documents().stream().map(CaseDocument::kind).collect(Collectors.toSet());
        return turn.situation().definition().attachments().stream()
                .filter(rule -> rule.required() && !kinds.contains(rule.id()))
                .map(rule -> Refusals.fault(
                        DOCUMENTS,
                        FaultCode.ATTACHMENT_MISSING,
                        Wording.text("fault.attachment-missing-named", rule.title())))
                .toList();
    }

    /** Returns the documents as the data of an event names them. */
    public static JsonTree.ArrayNode data(List<CaseDocument> documents) {
        return JsonTree.array(documents.stream()
                .map(document -> JsonTree.object()
                        .put("id", document.id().value().toString())
                        .put("number", document.number())
                        .put("kind", document.kind())
                        .put("sha256", document.content().sha256())
                        .build())
                .toList());
    }

    private static Map<DocumentId, StoredDocument> known(Turn turn, List<DocumentEntry> entries) {
        Set<DocumentId> ids = entries.stream().map(DocumentEntry::id).collect(Collectors.toSet());
        return turn.around().documents(ids).stream()
                .filter(stored -> !stored.used()
                        && stored.owner().equals(turn.standing().actor().id()))
                .collect(Collectors.toMap(StoredDocument::id, Function.identity()));
    }

    private static void mediaType(Turn turn, int place, DocumentEntry entry, StoredDocument stored) {
        boolean refused = rule(turn.situation().definition(), entry.kind())
                .filter(rule -> !rule.mediaTypes().contains(essence(stored.mediaType())))
                .isPresent();
        if (refused) {
            turn.fault(DOCUMENTS + '/' + place + "/id", FaultCode.MEDIA_TYPE);
        }
    }

    private static CaseDocument document(Turn turn, DocumentEntry entry, StoredDocument stored, int number, Entry how) {
        String title = rule(turn.situation().definition(), entry.kind())
                .map(rule -> rule.title().sv())
                .orElse(entry.kind());
        return new CaseDocument(
                entry.id(),
                number,
                entry.kind(),
                entry.name(),
                entry.subject().orElse(title),
                new CaseDocument.Content(stored.mediaType(), stored.size(), stored.sha256()),
                how.direction(),
                how.on(),
                how.audience(),
                how.secrecy(),
                Optional.empty());
    }

    private static Optional<AttachmentRule> rule(ServiceDefinition definition, String kind) {
        return definition.attachments().stream()
                .filter(rule -> rule.id().equals(kind))
                .findFirst();
    }

    private static String essence(String mediaType) {
        int parameters = mediaType.indexOf(';');
        String essence = parameters < 0 ? mediaType : mediaType.substring(0, parameters);
        return essence.strip().toLowerCase(Locale.ROOT);
    }
}
