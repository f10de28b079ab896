package se.ryggrad.core.rest.content;

import java.util.Map;
import se.ryggrad.api.cases.model.CaseDocument;

/** Names files by their id: the name that a person gave stands in JSON alone (CORE-044). */
public final class FileNames {

    private static final Map<String, String> EXTENSIONS =
            Map.of("application/pdf", "pdf", "image/png", "png", "image/jpeg", "jpg", "text/plain", "txt");

    private FileNames() {}

    /** Returns the name of the file that {@code document} is downloaded as. */
    public static String of(CaseDocument document) {
        return document.id().value() + "."
                + EXTENSIONS.getOrDefault(MediaTypes.essence(document.content().mediaType()), "bin");
    }
}
