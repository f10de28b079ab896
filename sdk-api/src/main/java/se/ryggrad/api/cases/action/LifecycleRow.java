package se.ryggrad.api.cases.action;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.catalog.Track;

/**
 * Is one row of the table of actions, the one home of the lifecycle.
 *
 * @param id the row; differs from the action for variants such as {@code decide-automatic}
 * @param action the action
 * @param by the kinds of actor who may, as the table names them
 * @param right the right that a party needs
 * @param scope the scope that a system needs
 * @param from the statuses it starts from; empty for actions that make a case
 * @param to the statuses it can lead to besides the one it starts from; empty when the status stays
 * @param tracks the tracks it exists on
 * @param event the name of its event, absent where it leaves none
 * @param offered whether this version of the standard offers it
 */
public record LifecycleRow(
        String id,
        String action,
        List<String> by,
        Optional<Party.Right> right,
        Optional<String> scope,
        Set<CaseStatus> from,
        Set<CaseStatus> to,
        Set<Track> tracks,
        Optional<String> event,
        boolean offered) {

    /** Copies the collections. */
    public LifecycleRow {
        by = List.copyOf(by);
        from = Set.copyOf(from);
        to = Set.copyOf(to);
        tracks = Set.copyOf(tracks);
    }
}
