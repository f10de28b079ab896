package se.ryggrad.core.cases.turn;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import se.ryggrad.api.Fault;
import se.ryggrad.api.FaultCode;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.event.EventType;
import se.ryggrad.api.cases.model.ActorRef;
import se.ryggrad.api.cases.model.Audience;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.model.CaseHead;
import se.ryggrad.api.cases.model.Secrecy;
import se.ryggrad.api.cases.party.PartyId;
import se.ryggrad.api.cases.store.ChangeSet;
import se.ryggrad.api.cases.store.Memo;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.messaging.model.Message;
import se.ryggrad.core.cases.access.Situation;
import se.ryggrad.core.cases.access.Standing;
import se.ryggrad.core.cases.chain.Dice;
import se.ryggrad.core.cases.chain.EventDraft;
import se.ryggrad.core.json.JsonTree;

/**
 * Gathers what one act leaves: a rule reads the case here, changes it, and tells what happened. Nothing
 * is written before the act is whole. Not thread-safe.
 */
public final class Turn {

    private final Situation situation;
    private final Moment moment;
    private final Surroundings around;
    private final Dice dice;
    private final List<Fault> faults = new ArrayList<>();
    private final List<EventDraft> events = new ArrayList<>();
    private final Set<DocumentId> used = new HashSet<>();
    private final List<Memo> memos = new ArrayList<>();
    private final Set<UUID> removed = new HashSet<>();
    private final List<Message> letters = new ArrayList<>();
    private Optional<ChangeSet.Erased> erased = Optional.empty();
    private Case current;
    private Performer performer;

    /** Starts a turn of {@code situation} at {@code moment}. */
    public Turn(Situation situation, Moment moment, Surroundings around, Dice dice) {
        this.situation = situation;
        this.moment = moment;
        this.around = around;
        this.dice = dice;
        this.current = situation.current();
        this.performer = Performer.of(situation, Optional.empty());
    }

    /** Returns the case as it was before the turn, who meets it, and its service. */
    public Situation situation() {
        return situation;
    }

    /** Returns who acts. */
    public Standing standing() {
        return situation.standing();
    }

    /** Returns the case as it stands so far. */
    public Case current() {
        return current;
    }

    /** Returns when it happens. */
    public Moment moment() {
        return moment;
    }

    /** Returns what lies around the case. */
    public Surroundings around() {
        return around;
    }

    /** Returns a new random id. */
    public UUID newId() {
        return dice.uuid();
    }

    /** Returns who acts, as events name them. */
    public ActorRef actor() {
        return performer.actor();
    }

    /** Says that what follows was done by {@code party} and is recorded by the caller. */
    public void recordFor(PartyId party) {
        performer = Performer.of(situation, Optional.of(party));
    }

    /** Says that what follows names nobody: whoever does it is known by an opaque reference alone. */
    public void nameless() {
        performer = performer.nameless();
    }

    /** Says that what follows happens by itself. */
    public void automatic() {
        performer = Performer.AUTOMATIC;
    }

    /** Replaces the case. */
    public void become(Case changed) {
        current = changed;
    }

    /** Changes the head of the case. */
    public void head(UnaryOperator<CaseHead.Builder> change) {
        current = current.toBuilder()
                .head(change.apply(current.head().toBuilder()).build())
                .build();
    }

    /** Notes a fault of the body. */
    public void fault(String pointer, FaultCode code) {
        faults.add(Refusals.fault(pointer, code));
    }

    /** Notes faults of the body. */
    public void faults(List<Fault> found) {
        faults.addAll(found);
    }

    /**
     * Ends the look at the body.
     *
     * @throws RyggradException {@code validation} with all faults noted
     */
    public void check() {
        if (!faults.isEmpty()) {
            throw RyggradException.validation(faults);
        }
    }

    /** Tells that something happened today, for everybody in the case. */
    public void event(EventType type, JsonTree.ObjectNode data) {
        event(type, moment.today(), Audience.ALL_PARTIES, List.of(), data);
    }

    /** Tells that something happened. */
    public void event(
            EventType type, LocalDate on, Audience audience, List<Secrecy> secrecy, JsonTree.ObjectNode data) {
        events.add(new EventDraft(type, on, performer.actor(), performer.name(), audience, secrecy, data));
    }

    /** Takes an uploaded document into the case. */
    public void use(DocumentId document) {
        used.add(document);
    }

    /** Adds a working paper. */
    public void keep(Memo memo) {
        memos.add(memo);
    }

    /** Removes a working paper. */
    public void remove(UUID memo) {
        removed.add(memo);
    }

    /** Takes away what was kept before. */
    public void erase(ChangeSet.Erased what) {
        erased = Optional.of(what);
    }

    /** Sends a letter with all that the turn leaves. */
    public void send(Message letter) {
        letters.add(letter);
    }

    /** Returns what the turn leaves. */
    public Outcome outcome() {
        check();
        return new Outcome(current, events, used, new ChangeSet.Memos(memos, removed), erased, letters);
    }
}
