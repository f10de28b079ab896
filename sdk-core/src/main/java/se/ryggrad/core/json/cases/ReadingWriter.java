package se.ryggrad.core.json.cases;

import se.ryggrad.api.cases.store.Reading;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.JsonTree;

/** Writes the entries of the access log. */
public final class ReadingWriter {

    private ReadingWriter() {}

    /** Writes one entry, for a page of the log or the export. */
    public static JsonTree.ObjectNode reading(Reading reading) {
        return JsonTree.object()
                .put("id", reading.id().toString())
                .put("at", Formats.text(reading.at()))
                .put("what", reading.what().code())
                .putText(
                        "document",
                        reading.document().map(document -> document.value().toString()))
                .put("actor", ActorWriter.actor(reading.actor()))
                .build();
    }
}
