package se.ryggrad.api.cases.action;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.cases.model.Channel;
import se.ryggrad.api.cases.model.Relation;
import se.ryggrad.api.catalog.ServiceId;

/**
 * Begins a case: by a party ({@code submit}) or by the authority ({@code open-case}).
 *
 * @param service the service
 * @param version the version of its definition; the current one when absent
 * @param initiatedBy who begins it
 * @param form what was filled in
 * @param documents uploaded documents
 * @param parties the parties besides the submitter
 * @param channel how it came; {@code digital} when absent
 * @param receivedOn the day a paper came
 * @param relations other cases
 */
public record Submission(
        ServiceId service,
        Optional<String> version,
        CaseHead.Initiator initiatedBy,
        JsonText form,
        List<DocumentEntry> documents,
        List<PartyEntry> parties,
        Optional<Channel> channel,
        Optional<LocalDate> receivedOn,
        List<Relation> relations) {

    /** Copies the lists. */
    public Submission {
        documents = List.copyOf(documents);
        parties = List.copyOf(parties);
        relations = List.copyOf(relations);
    }
}
