package se.ryggrad.api.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.party.PartyId;

/**
 * Is a case as one reader may see it.
 *
 * @param shown the case without the parts that the reader may not see
 * @param self the parties that the reader is
 * @param official whether the reader is of the authority: identities are shown then
 * @param localStatus the status in the authority's own words
 * @param demandFrom the first day on which a decision may be demanded (FL section 12)
 * @param allowedActions what the reader may do now, in the table's order
 * @param limited whether the reader sees the case with limited sight (ID-072)
 */
public record CaseView(
        Case shown,
        Set<PartyId> self,
        boolean official,
        LocalizedText localStatus,
        Optional<LocalDate> demandFrom,
        List<String> allowedActions,
        boolean limited) {

    /** Copies the collections. */
    public CaseView {
        self = Set.copyOf(self);
        allowedActions = List.copyOf(allowedActions);
    }
}
