package se.ryggrad.conformance.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import se.ryggrad.conformance.run.RunResult;
import se.ryggrad.conformance.text.Texts;

/**
 * The folder that the reports of a run are written to.
 *
 * @param folder the folder; made when it is not there
 * @param formats the formats to write
 * @param texts the language in which the report for people opens
 */
public record ReportFolder(Path folder, Set<Format> formats, Texts texts) {

    /** Copies the formats. */
    public ReportFolder {
        formats = Set.copyOf(formats);
    }

    /** Writes the reports and returns the path of the one that people should open. */
    public Path write(RunResult result) {
        try {
            Files.createDirectories(folder);
            for (Format format : formats) {
                Files.writeString(folder.resolve(format.file()), content(format, result));
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return formats.contains(Format.HTML) ? folder.resolve(Format.HTML.file()) : folder;
    }

    private String content(Format format, RunResult result) {
        return switch (format) {
            case HTML -> new HtmlReport(texts).of(result);
            case JSON -> JsonReport.of(result);
            case JUNIT -> JunitReport.of(result);
        };
    }
}
