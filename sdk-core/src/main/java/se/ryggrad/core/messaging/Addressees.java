package se.ryggrad.core.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.cases.model.CaseId;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.messaging.SendCall;
import se.ryggrad.api.messaging.model.Addressee;
import se.ryggrad.core.json.FaultTexts;

/**
 * Knows who can be written to in the cases that a request names (MSG-005).
 *
 * @param parties the parties of each case that the caller may write in
 */
record Addressees(Map<CaseId, Map<PartyId, Identity>> parties) {

    /** Finds to whom a draft goes; notes what is wrong with that. */
    Optional<Addressee> of(SendCall.Draft draft, List<Fault> faults) {
        List<Fault> wrong = new ArrayList<>();
        Optional<Addressee> found = draft.in()
                .map(id -> party(id, draft.party(), wrong))
                .orElseGet(() -> draft.identity().map(Addressee.Named::new));
        faults.addAll(wrong);
        return found;
    }

    private Optional<Addressee> party(CaseId id, Optional<PartyId> party, List<Fault> faults) {
        Optional<Map<PartyId, Identity>> all = Optional.ofNullable(parties.get(id));
        if (all.isEmpty()) {
            faults.add(FaultTexts.at("/to/case", FaultCode.UNKNOWN_VALUE));
            return Optional.empty();
        }
        Optional<Addressee> found = party.flatMap(
                one -> Optional.ofNullable(all.get().get(one)).map(who -> new Addressee.OfParty(id, one, who)));
        if (party.isPresent() && found.isEmpty()) {
            faults.add(FaultTexts.at("/to/party", FaultCode.UNKNOWN_VALUE));
        }
        return found;
    }
}
