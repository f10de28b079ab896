package se.ryggrad.core.cases.access;

import java.util.List;
import java.util.Optional;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.EventView;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.core.cases.law.Demand;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.text.Wording;

/** Shows cases and events to one reader: without the parts that its audience does not include. */
public final class Views {

    private Views() {}

    /** Returns the case as {@code standing} may see it. */
    public static CaseView of(Case subject, Standing standing, List<String> allowed) {
        return new CaseView(
                shown(subject, standing),
                standing.partyIds(),
                standing.official(),
                localStatus(subject),
                Demand.from(subject),
                allowed);
    }

    /** Returns the event as {@code standing} may see it. */
    public static EventView of(CaseEvent event, Standing standing) {
        return new EventView(event, !sees(event.audience(), standing), StandardTexts.of(event.type()), by(event));
    }

    /** Returns whether {@code standing} may see the document of {@code subject}. */
    public static boolean shows(Case subject, DocumentId document, Standing standing) {
        return subject.documents().stream()
                .filter(part -> part.id().equals(document))
                .anyMatch(part -> sees(part.audience(), standing));
    }

    private static Case shown(Case subject, Standing standing) {
        return new Case(
                subject.id(),
                subject.head(),
                subject.parties(),
                subject.form(),
                subject.deficiencies(),
                subject.documents().stream()
                        .filter(part -> sees(part.audience(), standing))
                        .toList(),
                subject.requests().stream()
                        .filter(part -> sees(part.audience(), standing))
                        .toList(),
                subject.decisions().stream()
                        .filter(part -> sees(part.audience(), standing))
                        .toList(),
                subject.appeals().stream()
                        .filter(appeal -> subject.decision(appeal.decision())
                                .filter(decision -> sees(decision.audience(), standing))
                                .isPresent())
                        .toList(),
                subject.deadlines(),
                subject.relations(),
                subject.result(),
                Optional.empty());
    }

    private static boolean sees(Audience audience, Standing standing) {
        return standing.official() || standing.partyIds().stream().anyMatch(audience::includes);
    }

    private static LocalizedText localStatus(Case subject) {
        return subject.openRequests().isEmpty() || !subject.head().status().open()
                ? StandardTexts.of(subject.head().status())
                : Wording.text("status.waiting", StandardTexts.of(subject.head().status()));
    }

    private static LocalizedText by(CaseEvent event) {
        if (!event.byName().isEmpty()) {
            return Wording.same(event.byName());
        }
        String kind = JsonTree.parse(event.content())
                .at("/actor/kind")
                .flatMap(JsonTree::asText)
                .orElse("automatic");
        return Wording.text("by." + kind);
    }
}
