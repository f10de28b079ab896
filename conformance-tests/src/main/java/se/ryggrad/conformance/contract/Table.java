package se.ryggrad.conformance.contract;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The table of actions, as it ships with the standard.
 *
 * @param rows the rows in order
 */
public record Table(List<Row> rows) {

    /** Copies the rows. */
    public Table {
        rows = List.copyOf(rows);
    }

    /** Reads the table. */
    public static Table load() {
        return new Table(Contract.file("lifecycle.json").path("rows").values().stream()
                .map(Row::of)
                .toList());
    }

    /** Returns the rows that somebody can start on a case that exists, offered by this version of the standard. */
    public List<Row> offered() {
        return rows.stream()
                .filter(r -> r.offered() && !r.from().isEmpty() && !r.by().equals(Set.of("automatic")))
                .toList();
    }

    /** Returns the names of the actions of {@link #offered}, in order. */
    public List<String> actions() {
        return offered().stream().map(Row::action).toList();
    }

    /** Returns the row of an action that somebody can start. */
    public Row row(String action) {
        return rows.stream()
                .filter(r -> r.action().equals(action) && !r.by().equals(Set.of("automatic")))
                .findFirst()
                .orElseThrow();
    }

    /**
     * One row.
     *
     * @param action the action
     * @param by the kinds of actor
     * @param from the statuses
     * @param to the statuses it can lead to
     * @param tracks the tracks it exists on
     * @param event the event, empty if none
     * @param offered whether this version of the standard offers it
     */
    public record Row(
            String action,
            Set<String> by,
            Set<String> from,
            Set<String> to,
            Set<String> tracks,
            String event,
            boolean offered) {

        /** Copies the sets. */
        public Row {
            by = Set.copyOf(by);
            from = Set.copyOf(from);
            to = Set.copyOf(to);
            tracks = Set.copyOf(tracks);
        }

        private static Row of(JsonNode row) {
            return new Row(
                    row.path("action").asString(),
                    texts(row.path("by")),
                    texts(row.path("from")),
                    texts(row.path("to")),
                    texts(row.path("tracks")),
                    row.path("event").asString(""),
                    !row.path("offeredSince").asString("").equals("later"));
        }

        private static Set<String> texts(JsonNode list) {
            return list.values().stream().map(JsonNode::asString).collect(Collectors.toSet());
        }
    }
}
