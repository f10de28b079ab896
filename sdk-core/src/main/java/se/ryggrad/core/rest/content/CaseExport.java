package se.ryggrad.core.rest.content;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import se.ryggrad.api.Language;
import se.ryggrad.api.cases.CaseFile;
import se.ryggrad.api.cases.model.CaseDocument;
import se.ryggrad.api.documents.DocumentStore;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.JsonOutput;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.StandardFiles;
import se.ryggrad.core.json.cases.CaseWriter;
import se.ryggrad.core.json.cases.EventWriter;
import se.ryggrad.core.json.cases.ReadingWriter;

/**
 * Is a whole case in one file: {@code case.json} (schema {@code case}) and the documents beside it that are still there.
 *
 * @param file the case
 * @param language the language of its texts
 * @param at when it is written
 */
public record CaseExport(CaseFile file, Language language, Instant at) {

    /** Writes the file. */
    public void write(OutputStream target, DocumentStore documents) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(target)) {
            zip.putNextEntry(new ZipEntry("case.json"));
            zip.write(JsonOutput.bytes(json()));
            zip.closeEntry();
            for (CaseDocument document : kept()) {
                zip.putNextEntry(new ZipEntry("documents/" + FileNames.of(document)));
                documents.copy(document.id(), 0, document.content().size(), zip);
                zip.closeEntry();
            }
        }
    }

    private List<CaseDocument> kept() {
        return file.view().shown().documents().stream()
                .filter(document -> document.redacted().isEmpty())
                .toList();
    }

    private JsonTree json() {
        return JsonTree.object()
                .putText("standard", StandardFiles.json("requirements.json").text("standard"))
                .put("exportedAt", Formats.text(at))
                .put("case", CaseWriter.exported(file.view(), language))
                .put(
                        "events",
                        file.timeline().stream()
                                .map(event -> EventWriter.event(event, language))
                                .toList())
                .put(
                        "accessLog",
                        file.readings().stream().map(ReadingWriter::reading).toList())
                .build();
    }
}
