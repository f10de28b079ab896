package se.ryggrad.api.cases.action;

import java.util.List;
import java.util.Optional;

/**
 * Holds the table of actions in its order.
 *
 * @param rows the rows
 */
public record Lifecycle(List<LifecycleRow> rows) {

    /** Copies the rows. */
    public Lifecycle {
        rows = List.copyOf(rows);
    }

    /** Returns the rows of {@code action}, in the table's order; empty for an unknown action. */
    public List<LifecycleRow> of(String action) {
        return rows.stream().filter(row -> row.action().equals(action)).toList();
    }

    /** Returns the row with {@code id}, or nothing. */
    public Optional<LifecycleRow> row(String id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }
}
