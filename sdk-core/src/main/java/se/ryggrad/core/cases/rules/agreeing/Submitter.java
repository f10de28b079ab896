package se.ryggrad.core.cases.rules.agreeing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.ryggrad.api.cases.event.CaseEvent;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.catalog.ApprovalRule;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.Representation;
import se.ryggrad.api.identity.RepresentationKind;
import se.ryggrad.api.identity.RepresentationRight;
import se.ryggrad.core.cases.access.Standing;
import se.ryggrad.core.cases.turn.Turn;
import se.ryggrad.core.json.Formats;
import se.ryggrad.core.json.JsonTree;

/**
 * Is whoever handed a case in, as far as it counts for who must agree (CASE-090).
 *
 * @param parties the parties that they are or acted for
 * @param person who; absent for somebody who agrees for nobody
 * @param asked whether they are one of the representatives who are to agree
 * @param alone whether they may act for the parties alone, by another right than those who are to agree
 * @param among the parties that the case began with: nobody who comes later changes who is asked; absent where all count
 */
record Submitter(
        Set<PartyId> parties, Optional<ActorId> person, boolean asked, boolean alone, Optional<Set<PartyId>> among) {

    private static final Submitter NOBODY = new Submitter(Set.of(), Optional.empty(), false, false, Optional.empty());
    private static final String OWN = "own";

    /** Returns whoever hands the case in now: a registrar agrees for nobody. */
    static Submitter of(Standing standing, ApprovalRule.Who who) {
        if (!(standing.actor() instanceof Actor.Person person)) {
            return NOBODY;
        }
        return new Submitter(
                standing.partyIds(),
                Optional.of(person.id()),
                standing.representation().filter(by -> asked(by, who)).isPresent(),
                standing.representation().filter(by -> !by.jointly()).isPresent(),
                Optional.empty());
    }

    /**
     * Returns whoever handed the case in before, after the event that tells of it, or nothing when that is erased.
     *
     * @param asked whether they counted as one of those who are to agree
     */
    static Optional<Submitter> before(Turn turn, boolean asked, ApprovalRule.Who who) {
        return turn.around().events().stream()
                .filter(event -> event.type() == EventType.SUBMITTED)
                .flatMap(event -> event.told().stream())
                .findFirst()
                .map(CaseEvent.Told::content)
                .map(JsonTree::parse)
                .map(content -> before(content, asked, who));
    }

    private static Submitter before(JsonTree content, boolean asked, ApprovalRule.Who who) {
        Set<PartyId> among = content.at("/data/parties").flatMap(JsonTree::asArray).orElse(List.of()).stream()
                .flatMap(party -> party.at("/id").flatMap(JsonTree::asText).flatMap(Formats::uuid).stream())
                .map(PartyId::new)
                .collect(Collectors.toSet());
        return content.at("/actor")
                .flatMap(JsonTree::asObject)
                .filter(actor -> actor.text("kind").filter("person"::equals).isPresent())
                .map(actor -> before(actor, asked, who, among))
                .orElseGet(() -> new Submitter(Set.of(), Optional.empty(), false, false, Optional.of(among)));
    }

    private static Submitter before(
            JsonTree.ObjectNode actor, boolean asked, ApprovalRule.Who who, Set<PartyId> among) {
        Optional<String> other = actor.text("right").filter(right -> !right.equals(OWN));
        return new Submitter(
                actor.text("for").flatMap(Formats::uuid).map(PartyId::new).stream()
                        .collect(Collectors.toSet()),
                actor.text("id").map(ActorId::new),
                asked,
                other.filter(right -> !right.equals(kind(who).code())).isPresent(),
                Optional.of(among));
    }

    /** Returns whether {@code party} counts: it was there when the case began. */
    boolean counts(PartyId party) {
        return among.map(there -> there.contains(party)).orElse(true);
    }

    /** Returns whether they are one of {@code known}; nobody in particular always is. */
    boolean isAmong(List<ActorId> known) {
        return person.map(known::contains).orElse(true);
    }

    /** Returns whether they have agreed as the representative of {@code party}. */
    boolean agreedFor(PartyId party) {
        return asked && parties.contains(party);
    }

    /** Returns whether nobody else has to agree for {@code party}, where those who sign together would. */
    boolean sufficesFor(PartyId party) {
        return alone && parties.contains(party);
    }

    private static boolean asked(Representation by, ApprovalRule.Who who) {
        return who != ApprovalRule.Who.CO_APPLICANTS
                && by.kind() == kind(who)
                && (who == ApprovalRule.Who.GUARDIANS || by.jointly())
                && by.named().contains(RepresentationRight.ACT);
    }

    /** Returns by what somebody represents the party who is asked. */
    static RepresentationKind kind(ApprovalRule.Who who) {
        return who == ApprovalRule.Who.GUARDIANS ? RepresentationKind.GUARDIAN : RepresentationKind.SIGNATORY;
    }
}
