package se.ryggrad.core.cases.access;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import se.ryggrad.api.cases.action.Lifecycle;
import se.ryggrad.api.cases.action.LifecycleRow;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.catalog.Track;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.json.StandardFiles;

/** Reads the table of actions that ships with the standard. */
public final class LifecycleReader {

    private static final String LATER = "later";
    private static final String SAME = "same";

    private LifecycleReader() {}

    /** Returns the table of the standard. */
    public static Lifecycle standard() {
        return read(StandardFiles.json("lifecycle.json"));
    }

    /** Returns the table that {@code table} holds. */
    public static Lifecycle read(JsonTree table) {
        return new Lifecycle(table.asObject().orElseThrow().items("rows").stream()
                .map(row -> row(row.asObject().orElseThrow()))
                .toList());
    }

    private static LifecycleRow row(JsonTree.ObjectNode row) {
        return new LifecycleRow(
                row.text("id").orElseThrow(),
                row.text("action").orElseThrow(),
                row.texts("by"),
                row.text("right").map(name -> Party.Right.valueOf(constant(name))),
                row.text("scope"),
                statuses(row.texts("from")),
                statuses(row.texts("to")),
                row.texts("tracks").stream()
                        .map(name -> Track.valueOf(constant(name)))
                        .collect(Collectors.toSet()),
                row.text("event"),
                !row.text("offeredSince").orElse(LATER).equals(LATER));
    }

    private static Set<CaseStatus> statuses(List<String> names) {
        return names.stream()
                .filter(name -> !name.equals(SAME))
                .map(name -> CaseStatus.valueOf(constant(name)))
                .collect(Collectors.toSet());
    }

    private static String constant(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
