package se.ryggrad.core.cases.walk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ryggrad.api.cases.action.CaseAction;
import se.ryggrad.api.cases.action.CaseAction.Involving;
import se.ryggrad.api.cases.action.PartyEntry;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.party.EndGround;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyChange;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.organisation.UnitId;
import se.ryggrad.core.cases.People;

/** Lets parties come, change and go: people of the walk, so that whoever sees the case one day may not the next. */
final class PartyBodies {

    private static final List<Set<Party.Right>> RIGHTS = List.of(
            Set.of(),
            Set.of(Party.Right.SEE),
            Set.of(Party.Right.SEE, Party.Right.RESPOND, Party.Right.WITHDRAW),
            Set.of(Party.Right.SEE, Party.Right.APPEAL, Party.Right.BE_NOTIFIED));

    private final Case subject;
    private final int choice;

    PartyBodies(Case subject, int choice) {
        this.subject = subject;
        this.choice = choice;
    }

    CaseAction of(String action) {
        return switch (action) {
            case "add-party" -> new Involving.AddParty(new PartyEntry(role(), identity(), "Test", Optional.empty()));
            case "change-party" -> new Involving.ChangeParty(party(), "Ny uppgift", change());
            default -> new Involving.EndParty(party(), EndGround.OTHER, Optional.empty(), Optional.empty());
        };
    }

    /** Names somebody who can be asked. */
    Request.Addressee addressee(UnitId otherUnit) {
        List<PartyId> parties = subject.activeParties().stream()
                .map(Party::id)
                .filter(this::responds)
                .toList();
        return switch (parties.isEmpty() ? 2 : choice % 3) {
            case 0 -> new Request.Addressee.OfParty(parties.get(choice % parties.size()));
            case 1 -> new Request.Addressee.OfUnit(otherUnit);
            default -> new Request.Addressee.OfName("Räddningstjänsten");
        };
    }

    /** Returns whether a party can answer what they are asked. */
    boolean responds(PartyId id) {
        return subject.activeParty(id)
                .filter(party -> party.may(Party.Right.RESPOND))
                .isPresent();
    }

    private Party.Role role() {
        List<Party.Role> roles = List.of(Party.Role.values());
        return roles.get(choice % roles.size());
    }

    private Identity identity() {
        List<String> numbers = List.of(People.ANNA, People.BERTIL, Cast.SUBJECT, Cast.STRANGER);
        return People.identity(numbers.get(choice / 3 % numbers.size()));
    }

    private PartyId party() {
        List<Party> active = subject.activeParties();
        return active.isEmpty()
                ? PartyId.random()
                : active.get(choice % active.size()).id();
    }

    private PartyChange change() {
        return new PartyChange(
                Optional.of(role()).filter(given -> choice % 3 == 0),
                Optional.of("Annat namn").filter(given -> choice % 3 == 1),
                Optional.of(RIGHTS.get(choice % RIGHTS.size())).filter(given -> choice % 2 == 0),
                Optional.of(identity()).filter(given -> choice % 3 == 2));
    }
}
