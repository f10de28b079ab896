package se.ryggrad.core.cases.rules;

import java.util.List;
import java.util.Optional;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.cases.action.PartyEntry;
import se.ryggrad.api.cases.action.Submission;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseDocument;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.cases.model.CaseStatus;
import se.ryggrad.api.cases.model.OfficerRef;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.catalog.ApprovalRule;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.core.cases.rules.agreeing.Approvals;
import se.ryggrad.core.cases.turn.Attachments;
import se.ryggrad.core.cases.turn.Outcome;
import se.ryggrad.core.cases.turn.Refusals;
import se.ryggrad.core.cases.turn.Turn;
import se.ryggrad.core.catalog.Forms;
import se.ryggrad.core.json.JsonTree;

/** Begins a case: handed in by a party or a registrar, or opened by the authority (FL sections 19, 22). */
public final class StartingRules {

    private final Forms forms;
    private final AutomaticRules automatic;

    /** Creates the rules; {@code forms} checks what is filled in. */
    public StartingRules(Forms forms) {
        this.forms = forms;
        this.automatic = new AutomaticRules(forms);
    }

    /**
     * Begins the case that {@code turn} holds, empty so far, with what {@code submission} says.
     *
     * @return what it leaves
     * @throws se.ryggrad.api.RyggradException {@code validation} with all faults
     */
    public Outcome apply(Turn turn, Submission submission) {
        boolean byAuthority = submission.initiatedBy() == CaseHead.Initiator.AUTHORITY;
        boolean official = turn.standing().actor() instanceof Actor.Officer || byAuthority;
        check(turn, submission, official);
        List<CaseDocument> documents = documents(turn, submission);
        List<Fault> gaps = Gaps.of(turn, forms, JsonTree.parse(submission.form()));
        turn.become(turn.current().toBuilder()
                .form(submission.form(), official ? Gaps.kept(gaps) : List.of())
                .build());
        if (!official) {
            turn.faults(gaps);
        }
        turn.check();
        if (byAuthority) {
            open(turn, documents);
        } else {
            tell(turn, EventType.SUBMITTED, documents, JsonTree.ObjectNode.EMPTY);
            Approvals.begin(turn);
            automatic.apply(turn);
        }
        return turn.outcome();
    }

    private static void check(Turn turn, Submission submission, boolean official) {
        if (submission
                .receivedOn()
                .filter(day -> day.isAfter(turn.moment().today()))
                .isPresent()) {
            turn.fault("/receivedOn", official ? FaultCode.DATE_IN_FUTURE : FaultCode.UNKNOWN_MEMBER);
        } else if (!official && submission.receivedOn().isPresent()) {
            turn.fault("/receivedOn", FaultCode.UNKNOWN_MEMBER);
        }
        if (official) {
            return;
        }
        if (submission.channel().isPresent()) {
            turn.fault("/channel", FaultCode.UNKNOWN_MEMBER);
        }
        if (!submission.relations().isEmpty()) {
            turn.fault("/relations", FaultCode.UNKNOWN_MEMBER);
        }
        parties(turn, submission.parties());
    }

    private static void parties(Turn turn, List<PartyEntry> parties) {
        if (turn.standing().actor() instanceof Actor.Anonymous && !parties.isEmpty()) {
            turn.fault("/parties", FaultCode.UNKNOWN_MEMBER);
        }
        for (int place = 0; place < parties.size(); place++) {
            if (parties.get(place).rights().isPresent()) {
                turn.fault("/parties/" + place + "/rights", FaultCode.UNKNOWN_MEMBER);
            }
            if (passesBy(turn, parties.get(place).role())) {
                turn.fault("/parties/" + place + "/role", FaultCode.UNKNOWN_VALUE);
            }
        }
    }

    /** Returns whether a party in {@code role} would apply without those who are to agree for them (CASE-095). */
    private static boolean passesBy(Turn turn, Party.Role role) {
        return (role == Party.Role.APPLICANT || role == Party.Role.CO_APPLICANT)
                && turn.situation()
                        .definition()
                        .approval()
                        .filter(rule -> rule.who() != ApprovalRule.Who.CO_APPLICANTS)
                        .isPresent();
    }

    private static List<CaseDocument> documents(Turn turn, Submission submission) {
        ServiceDefinition definition = turn.situation().definition();
        List<CaseDocument> taken = Attachments.take(
                turn,
                submission.documents(),
                Attachments.Entry.open(
                        CaseDocument.Direction.IN, turn.current().head().receivedOn()));
        for (int place = 0; place < submission.documents().size(); place++) {
            String kind = submission.documents().get(place).kind();
            if (definition.attachments().stream().noneMatch(rule -> rule.id().equals(kind))) {
                turn.fault("/documents/" + place + "/kind", FaultCode.UNKNOWN_VALUE);
            }
        }
        definition.attachments().stream()
                .filter(rule -> count(submission, rule.id()) > rule.maxCount())
                .map(rule -> Refusals.fault("/documents", FaultCode.MAX_ITEMS))
                .forEach(fault -> turn.faults(List.of(fault)));
        return taken;
    }

    private static long count(Submission submission, String kind) {
        return submission.documents().stream()
                .filter(entry -> entry.kind().equals(kind))
                .count();
    }

    private static void open(Turn turn, List<CaseDocument> documents) {
        String number = turn.around().registryNumber();
        Optional<OfficerRef> officer = turn.standing().actor() instanceof Actor.Officer self
                ? Optional.of(new OfficerRef(self.id(), self.name()))
                : Optional.empty();
        turn.head(head -> head.registryNumber(number).officer(officer).status(CaseStatus.IN_PROGRESS));
        tell(
                turn,
                EventType.OPENED,
                documents,
                JsonTree.object()
                        .put("registryNumber", number)
                        .putText("officer", officer.map(each -> each.officer().value()))
                        .build());
    }

    private static void tell(Turn turn, EventType type, List<CaseDocument> documents, JsonTree.ObjectNode more) {
        Case begun = turn.current();
        turn.event(
                type,
                begun.head().receivedOn(),
                Audience.ALL_PARTIES,
                List.of(),
                JsonTree.object()
                        .put("service", service(begun))
                        .put("channel", begun.head().channel().code())
                        .put("receivedOn", begun.head().receivedOn().toString())
                        .put("form", JsonTree.parse(begun.form()))
                        .put("documents", Attachments.data(documents))
                        .put("parties", parties(begun))
                        .putAll(more)
                        .build());
    }

    private static JsonTree service(Case begun) {
        return JsonTree.object()
                .put("id", begun.head().service().id().value())
                .put("version", begun.head().service().version())
                .build();
    }

    private static JsonTree.ArrayNode parties(Case begun) {
        return JsonTree.array(begun.parties().stream()
                .map(party -> JsonTree.object()
                        .put("id", party.id().value().toString())
                        .put("role", party.role().code())
                        .build())
                .toList());
    }
}
