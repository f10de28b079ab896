package se.ryggrad.core.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.ryggrad.api.JsonText;
import se.ryggrad.api.cases.action.PartyEntry;
import se.ryggrad.api.cases.action.Submission;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.cases.model.Channel;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.catalog.ServiceId;

/** Makes what a registrar enters for Anna. */
public final class Papers {

    private Papers() {}

    /** Returns a paper that was received on a day. */
    public static Submission received(LocalDate on, String form) {
        return received("paper", on, form);
    }

    /** Returns a paper for one of the conformance services that was received on a day. */
    public static Submission received(String service, LocalDate on, String form) {
        return received(service, on, form, List.of(party(Party.Role.APPLICANT, People.ANNA)));
    }

    /** Returns a paper without a fault in which Bertil has a role beside her. */
    public static Submission withBertil(LocalDate on, Party.Role role) {
        return received(
                "paper",
                on,
                "{\"subject\":\"å\"}",
                List.of(party(Party.Role.APPLICANT, People.ANNA), party(role, People.BERTIL)));
    }

    private static PartyEntry party(Party.Role role, String number) {
        return new PartyEntry(role, People.identity(number), "Test", Optional.empty());
    }

    private static Submission received(String service, LocalDate on, String form, List<PartyEntry> parties) {
        return new Submission(
                new ServiceId("conformance-" + service),
                Optional.empty(),
                CaseHead.Initiator.PARTY,
                new JsonText(form),
                List.of(),
                parties,
                Optional.of(Channel.PAPER),
                Optional.of(on),
                List.of());
    }
}
