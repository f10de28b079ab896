package se.ryggrad.core.cases.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.cases.CaseView;
import se.ryggrad.api.cases.EventView;
import se.ryggrad.api.cases.StatusWording;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseDocument;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.identity.RepresentationKind;
import se.ryggrad.core.cases.law.Demand;
import se.ryggrad.core.json.JsonTree;
import se.ryggrad.core.text.Wording;

/**
 * Shows cases and events to one reader: without the parts that their audience does not include, and without what is
 * withheld for the sake of protected parties. The one place where that is done.
 */
public final class Views {

    private static final String PERSON = "person";
    private static final Set<EventType> APPROVING = Set.of(EventType.APPROVED, EventType.APPROVAL_REFUSED);
    private static final Set<String> REPRESENTING =
            Set.of(RepresentationKind.GUARDIAN.code(), RepresentationKind.SIGNATORY.code());

    private Views() {}

    /**
     * Returns the case as whoever meets it may see it; an officer for whom it exists no more sees it as another party
     * does.
     */
    public static CaseView of(Situation situation, List<String> allowed, StatusWording wording) {
        Case shown = shown(situation);
        Standing standing = situation.standing();
        return new CaseView(
                shown,
                standing.partyIds(),
                standing.official() && !standing.limited() && !situation.hidden(),
                wording.of(shown),
                Demand.from(situation.current()),
                allowed,
                standing.limited());
    }

    /** Returns the case as a list shows it to {@code standing}: without form, documents and names of parties. */
    public static CaseView listed(Case subject, Standing standing, StatusWording wording) {
        Case shown = new Case(
                subject.id(),
                subject.head(),
                subject.parties().stream()
                        .map(party -> party.named("").protectedBy(Optional.empty()))
                        .toList(),
                LimitedSight.NOT_SHOWN,
                subject.deficiencies(),
                Optional.empty(),
                List.of(),
                subject.requests().stream()
                        .filter(part -> sees(part.audience(), standing))
                        .toList(),
                List.of(),
                List.of(),
                subject.deadlines(),
                subject.relations(),
                Optional.empty(),
                Optional.empty(),
                subject.disposed());
        return new CaseView(
                shown,
                standing.partyIds(),
                standing.official(),
                wording.of(shown),
                Demand.from(subject),
                List.of(),
                standing.limited());
    }

    /** Returns what shows the events of a case to whoever meets it. */
    public static Function<CaseEvent, EventView> events(Situation situation) {
        Withheld withheld = new Withheld(situation);
        return event -> {
            boolean kept = withheld.event(event);
            return new EventView(
                    kept ? withheld.grounded(event) : event,
                    kept
                            || event.told()
                                    .filter(told -> !sees(told.audience(), situation))
                                    .isPresent(),
                    StandardTexts.of(event.type()),
                    event.told().map(told -> by(event.type(), told, withheld)).orElseGet(() -> Wording.same("")));
        };
    }

    /** Returns whether the entry of the document is shown to whoever meets the case, be the document there or gone. */
    public static boolean shows(Situation situation, DocumentId document) {
        Withheld withheld = new Withheld(situation);
        return situation
                .current()
                .document(document)
                .filter(part -> shows(part, situation, withheld))
                .isPresent();
    }

    private static boolean shows(CaseDocument document, Situation situation, Withheld withheld) {
        return sees(document.audience(), situation) && !withheld.document(document);
    }

    private static Case shown(Situation situation) {
        Case subject = situation.current();
        Withheld withheld = new Withheld(situation);
        List<Party> parties = subject.parties().stream().map(withheld::party).toList();
        Case whole = new Case(
                subject.id(),
                subject.head(),
                parties,
                withheld.form(),
                subject.deficiencies(),
                subject.approval(),
                subject.documents().stream()
                        .filter(part -> shows(part, situation, withheld))
                        .toList(),
                subject.requests().stream()
                        .filter(part -> sees(part.audience(), situation))
                        .toList(),
                subject.decisions().stream()
                        .filter(part -> sees(part.audience(), situation))
                        .toList(),
                subject.appeals().stream()
                        .filter(appeal -> subject.decision(appeal.decision())
                                .filter(decision -> sees(decision.audience(), situation))
                                .isPresent())
                        .toList(),
                subject.deadlines(),
                subject.relations(),
                subject.result(),
                Optional.empty(),
                subject.disposed());
        return situation.standing().limited() ? LimitedSight.of(whole) : whole;
    }

    private static boolean sees(Audience audience, Situation situation) {
        return situation.hidden() ? audience.to() == Audience.To.ALL_PARTIES : sees(audience, situation.standing());
    }

    private static boolean sees(Audience audience, Standing standing) {
        if (standing.limited()) {
            return LimitedSight.includes(audience);
        }
        return standing.official() || standing.partyIds().stream().anyMatch(audience::includes);
    }

    /** Returns in the standard's words how far a case has got, and whether it waits for a request that its reader is shown. */
    public static LocalizedText localStatus(Case shown) {
        return shown.openRequests().isEmpty() || !shown.head().status().open()
                ? StandardTexts.of(shown.head().status())
                : Wording.text("status.waiting", StandardTexts.of(shown.head().status()));
    }

    private static LocalizedText by(EventType type, CaseEvent.Told told, Withheld withheld) {
        JsonTree content = JsonTree.parse(told.content());
        String kind = content.at("/actor/kind").flatMap(JsonTree::asText).orElse("automatic");
        Optional<String> asked =
                content.at("/actor/right").flatMap(JsonTree::asText).filter(REPRESENTING::contains);
        if (APPROVING.contains(type) && told.byName().isEmpty() && asked.isPresent()) {
            return Wording.text("by." + asked.get());
        }
        boolean named = !told.byName().isEmpty() && !(withheld.applies() && kind.equals(PERSON));
        return named ? Wording.same(told.byName()) : Wording.text("by." + kind);
    }
}
