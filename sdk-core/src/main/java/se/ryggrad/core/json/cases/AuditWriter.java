package se.ryggrad.core.json.cases;

import se.ryggrad.api.cases.AccessAudit;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.store.AuditEntry;
import se.ryggrad.api.cases.store.Reading;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.JsonTree;

/** Writes the access log of an authority (schemas {@code AuditEntry}, {@code AuditReading}, {@code Seal}). */
public final class AuditWriter {

    private AuditWriter() {}

    /** Writes what is hashed: a reading as in the log of its case, and the case. */
    public static JsonTree.ObjectNode content(CaseId caseId, Reading reading) {
        return JsonTree.object()
                .putAll(ReadingWriter.reading(reading))
                .put("case", caseId.value().toString())
                .build();
    }

    /** Writes an entry of the log, for a stretch of it. */
    public static JsonTree.ObjectNode entry(AuditEntry entry) {
        return JsonTree.object()
                .put("sequence", entry.sequence())
                .putIf("content", entry.told().map(told -> content(told.caseId(), told.reading())))
                .putText("salt", entry.told().map(AuditEntry.Told::salt))
                .put("contentDigest", entry.contentDigest())
                .put("hash", entry.hash())
                .build();
    }

    /** Writes the head of the log. */
    public static JsonTree.ObjectNode seal(AccessAudit.Seal seal) {
        return JsonTree.object()
                .put("authority", seal.authority().value())
                .put("sequence", seal.sequence())
                .put("hash", seal.hash())
                .put("next", seal.next())
                .put("sealedAt", Formats.text(seal.sealedAt()))
                .build();
    }
}
