package se.ryggrad.core.cases.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.Problem;
import se.ryggrad.api.cases.model.CaseDocument;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.core.cases.turn.Refusals;
import se.ryggrad.core.cases.turn.Turn;
import se.ryggrad.core.catalog.Forms;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.text.Wording;

/** Finds what a case lacks: faults of its form and attachments that are missing. */
final class Gaps {

    private Gaps() {}

    /** Returns all that the case lacks with {@code form} filled in. */
    static List<Fault> of(Turn turn, Forms forms, JsonTree form) {
        ServiceDefinition definition = turn.situation().definition();
        List<Fault> gaps = new ArrayList<>(forms.faults(definition.form(), form, "/form"));
        Set<String> kinds =
                turn.current().documents().stream().map(CaseDocument::kind).collect(Collectors.toSet());
        definition.attachments().stream()
                .filter(rule -> rule.required() && !kinds.contains(rule.id()))
                .map(rule -> Refusals.fault(
                        "/documents",
                        FaultCode.ATTACHMENT_MISSING,
                        Wording.text("fault.attachment-missing-named", rule.title())))
                .forEach(gaps::add);
        return gaps;
    }

    /** Returns those of {@code gaps} that are kept with the case: no more than an answer names (CORE-004). */
    static List<Fault> kept(List<Fault> gaps) {
        return gaps.stream().sorted().distinct().limit(Problem.MOST_FAULTS).toList();
    }
}
