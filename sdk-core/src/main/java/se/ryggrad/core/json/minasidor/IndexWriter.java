package se.ryggrad.core.json.minasidor;

import java.util.List;
import se.ryggrad.api.minasidor.index.IndexTerms;
import se.ryggrad.api.minasidor.index.IndexedVersion;
import se.ryggrad.core.json.JsonBuilder;
import se.ryggrad.core.json.JsonTree;

/** Writes what a portal tells of its index (MINA-034, MINA-056). */
public final class IndexWriter {

    private IndexWriter() {}

    /** Writes what it promises. */
    public static JsonTree.ObjectNode terms(IndexTerms terms) {
        return JsonTree.object()
                .put("freshFor", terms.freshFor().toString())
                .put("maximumLifetime", terms.maximumLifetime().toString())
                .put("itemsPerOwner", terms.itemsPerOwner())
                .put("removedFor", terms.removedFor().toString())
                .build();
    }

    /** Writes a stretch of a source's versions, after which there is {@code more} or not. */
    public static JsonTree.ObjectNode versions(List<IndexedVersion> versions, int limit, boolean more) {
        JsonBuilder list = JsonTree.object()
                .put("items", versions.stream().map(IndexWriter::version).toList())
                .put("limit", limit);
        if (more) {
            list.put("next", versions.get(versions.size() - 1).item().toString());
        }
        return list.build();
    }

    private static JsonTree version(IndexedVersion version) {
        return JsonTree.object()
                .put("id", version.item().toString())
                .put("version", version.version())
                .put("removed", version.removed())
                .build();
    }
}
