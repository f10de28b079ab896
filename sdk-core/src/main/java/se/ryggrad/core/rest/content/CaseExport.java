package se.ryggrad.core.rest.content;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import se.ryggrad.api.Language;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.EventView;
import se.ryggrad.api.cases.model.CaseDocument;
import se.ryggrad.api.documents.DocumentStore;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.JsonOutput;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.StandardFiles;
import se.ryggrad.core.json.cases.CaseWriter;
import se.ryggrad.core.json.cases.EventWriter;

/**
 * Is a whole case in one file: {@code case.json} (schema {@code case}) and the documents beside it.
 *
 * @param view the case
 * @param timeline all its events
 * @param language the language of its texts
 * @param at when it is written
 */
public record CaseExport(CaseView view, List<EventView> timeline, Language language, Instant at) {

    /** Copies the timeline. */
    public CaseExport {
        timeline = List.copyOf(timeline);
    }

    /** Writes the file. */
    public void write(OutputStream target, DocumentStore documents) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(target)) {
            zip.putNextEntry(new ZipEntry("case.json"));
            zip.write(JsonOutput.bytes(json()));
            zip.closeEntry();
            for (CaseDocument document : view.shown().documents()) {
                zip.putNextEntry(new ZipEntry("documents/" + FileNames.of(document)));
                documents.copy(document.id(), 0, document.content().size(), zip);
                zip.closeEntry();
            }
        }
    }

    private JsonTree json() {
        return JsonTree.object()
                .putText("standard", StandardFiles.json("requirements.json").text("standard"))
                .put("exportedAt", Formats.text(at))
                .put("case", CaseWriter.exported(view, language))
                .put(
                        "events",
                        timeline.stream()
                                .map(event -> EventWriter.event(event, language))
                                .toList())
                .put("accessLog", List.of())
                .build();
    }
}
