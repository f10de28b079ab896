package se.ryggrad.core.cases.reading;

import java.util.List;
import java.util.Optional;
import se.ryggrad.api.Page;
import se.ryggrad.api.PageRequest;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.cases.model.ActorRef;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.cases.store.AccessLog;
import se.ryggrad.api.cases.store.LoggedReading;
import se.ryggrad.api.cases.store.Reading;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.cases.access.Situation;
import se.ryggrad.core.cases.access.Views;
import se.ryggrad.core.cases.chain.Dice;
import se.ryggrad.core.cases.chain.ReadingContent;
import se.ryggrad.core.cases.turn.Moment;
import se.ryggrad.core.cases.turn.Performer;
import se.ryggrad.core.text.Wording;

/** Keeps and shows who has read a case, but for parties on their own behalf (CASE-083 to CASE-089). */
public final class Readings {

    private static final String OWN = "own";

    private final AccessLog log;
    private final Dice dice;

    /** Creates the readings that {@code log} keeps. */
    public Readings(AccessLog log, Dice dice) {
        this.log = log;
        this.dice = dice;
    }

    /** Records that {@code situation}'s reader reads {@code what}. */
    public void record(Situation situation, Moment moment, Reading.What what) {
        record(situation, moment, what, Optional.empty());
    }

    /** Records that {@code situation}'s reader reads {@code document}. */
    public void record(Situation situation, Moment moment, DocumentId document) {
        record(situation, moment, Reading.What.DOCUMENT, Optional.of(document));
    }

    /** Returns one page of the readings, as {@code situation}'s reader may see them. */
    public Page<Reading> page(Situation situation, PageRequest page) {
        Case subject = situation.current();
        return log.page(principal(subject), subject.id(), page).map(reading -> shown(reading, situation));
    }

    /** Returns all readings, as {@code situation}'s reader may see them. */
    public List<Reading> all(Situation situation) {
        Case subject = situation.current();
        return log.all(principal(subject), subject.id()).stream()
                .map(reading -> shown(reading, situation))
                .toList();
    }

    private void record(Situation situation, Moment moment, Reading.What what, Optional<DocumentId> document) {
        ActorRef actor = Performer.of(situation, Optional.empty()).actor();
        if (actor.right().equals(OWN)) {
            return;
        }
        Case subject = situation.current();
        Reading reading = new Reading(dice.uuid(), moment.now(), what, document, actor);
        try {
            log.record(principal(subject), List.of(logged(subject, reading)));
        } catch (RuntimeException failed) {
            throw RyggradException.of(ProblemType.UNAVAILABLE, Wording.text("problem.not-recorded"), failed);
        }
    }

    private LoggedReading logged(Case subject, Reading reading) {
        return ReadingContent.salted(subject.head().authority(), subject.id(), reading, dice.salt());
    }

    private static Reading shown(Reading reading, Situation situation) {
        boolean seen = reading.document()
                .filter(document -> Views.shows(situation, document))
                .isPresent();
        return seen ? reading : reading.withoutDocument();
    }

    private static PrincipalId principal(Case subject) {
        return subject.head().principal();
    }
}
