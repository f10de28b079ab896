package se.ryggrad.core.cases.rules.agreeing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.ryggrad.api.cases.model.Request;
import se.ryggrad.api.cases.party.Party;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.catalog.ApprovalRule.Who;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.core.cases.turn.Turn;

/** Finds out who is to agree in a case: its parties, or those who represent them (CASE-090, ID-070). */
final class Candidates {

    private static final Set<IdentityScheme> PERSONS =
            Set.of(IdentityScheme.PERSONNUMMER, IdentityScheme.SAMORDNINGSNUMMER);
    private static final Set<IdentityScheme> ORGANISATIONS = Set.of(IdentityScheme.ORGANISATIONSNUMMER);

    private final Turn turn;
    private final Who who;
    private final Submitter submitter;

    Candidates(Turn turn, Who who, Submitter submitter) {
        this.turn = turn;
        this.who = who;
        this.submitter = submitter;
    }

    /**
     * Is somebody who is to agree.
     *
     * @param party for which party
     * @param representative who represents it; absent for the party itself
     */
    record Candidate(PartyId party, Optional<Request.Representative> representative) {}

    /** Returns how many have agreed by handing the case in. */
    int given() {
        return Math.toIntExact(parties().filter(this::agreed).count());
    }

    private boolean agreed(Party party) {
        return who == Who.CO_APPLICANTS ? submitter.parties().contains(party.id()) : submitter.agreedFor(party.id());
    }

    /** Returns the others, or nothing while a registry does not tell. */
    Optional<List<Candidate>> others() {
        List<Candidate> found = new ArrayList<>();
        for (Party party : parties().toList()) {
            Optional<List<Candidate>> asked = others(party);
            if (asked.isEmpty()) {
                return Optional.empty();
            }
            found.addAll(asked.get());
        }
        return Optional.of(found);
    }

    private Optional<List<Candidate>> others(Party party) {
        boolean settled = who == Who.CO_APPLICANTS
                ? agreed(party)
                : who == Who.JOINT_SIGNATORIES && submitter.sufficesFor(party.id());
        if (settled) {
            return Optional.of(List.of());
        }
        if (who == Who.CO_APPLICANTS) {
            return Optional.of(List.of(new Candidate(party.id(), Optional.empty())));
        }
        return turn.around()
                .toAgree(who, party.identity())
                .filter(known -> !agreed(party) || submitter.isAmong(known))
                .map(known -> known.stream()
                        .filter(person -> !(agreed(party) && submitter.person().equals(Optional.of(person))))
                        .map(person -> represented(party, person))
                        .toList());
    }

    private Candidate represented(Party party, ActorId person) {
        return new Candidate(party.id(), Optional.of(new Request.Representative(person, Submitter.kind(who))));
    }

    /** Returns the parties who are to agree, or for whom somebody is; one who stands twice counts once. */
    private Stream<Party> parties() {
        Set<Identity> seen = new HashSet<>();
        return turn.current().activeParties().stream()
                .filter(party -> concerns(who, party))
                .filter(party -> submitter.counts(party.id()))
                .filter(party -> party.identity().scheme() == IdentityScheme.NONE || seen.add(party.identity()));
    }

    /** Returns whether {@code party} is one who is to agree, or for whom somebody is. */
    static boolean concerns(Who who, Party party) {
        return switch (who) {
            case CO_APPLICANTS -> party.role() == Party.Role.APPLICANT || party.role() == Party.Role.CO_APPLICANT;
            case GUARDIANS ->
                party.role() == Party.Role.APPLICANT
                        && PERSONS.contains(party.identity().scheme());
            case JOINT_SIGNATORIES ->
                party.role() == Party.Role.APPLICANT
                        && ORGANISATIONS.contains(party.identity().scheme());
        };
    }
}
