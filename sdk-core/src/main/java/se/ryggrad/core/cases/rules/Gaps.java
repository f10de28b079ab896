package se.ryggrad.core.cases.rules;

import java.util.ArrayList;
import java.util.List;
import se.ryggrad.api.Fault;
import se.ryggrad.api.Problem;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.core.cases.turn.Attachments;
import se.ryggrad.core.cases.turn.Turn;
import se.ryggrad.core.catalog.Forms;
import se.ryggrad.core.json.JsonTree;

/** Finds what a case lacks: faults of its form and attachments that are missing. */
final class Gaps {

    private Gaps() {}

    /** Returns all that the case lacks with {@code form} filled in. */
    static List<Fault> of(Turn turn, Forms forms, JsonTree form) {
        ServiceDefinition definition = turn.situation().definition();
        List<Fault> gaps = new ArrayList<>(forms.faults(definition.form(), form, "/form"));
        gaps.addAll(Attachments.missing(turn));
        return gaps;
    }

    /** Returns those of {@code gaps} that are kept with the case: no more than an answer names (CORE-004). */
    static List<Fault> kept(List<Fault> gaps) {
        return gaps.stream().sorted().distinct().limit(Problem.MOST_FAULTS).toList();
    }
}
