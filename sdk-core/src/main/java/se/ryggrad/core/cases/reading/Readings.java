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
import se.ryggrad.api.cases.store.Reading;
import se.ryggrad.api.documents.DocumentId;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.core.cases.access.Situation;
import se.ryggrad.core.cases.access.Standing;
import se.ryggrad.core.cases.access.Views;
import se.ryggrad.core.cases.chain.Dice;
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

    /** Records that {@code standing}'s reader finds {@code subject} by a search (CASE-098). */
    public void recordFound(Standing standing, Case subject, Moment moment) {
        record(standing, subject, moment, Reading.What.SEARCH, Optional.empty());
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
        record(situation.standing(), situation.current(), moment, what, document);
    }

    private void record(
            Standing standing, Case subject, Moment moment, Reading.What what, Optional<DocumentId> document) {
        ActorRef actor = Performer.of(standing, subject, Optional.empty()).actor();
        if (actor.right().equals(OWN)) {
            return;
        }
        try {
            log.record(principal(subject), subject.id(), new Reading(dice.uuid(), moment.now(), what, document, actor));
        } catch (RuntimeException failed) {
            throw RyggradException.of(ProblemType.UNAVAILABLE, Wording.text("problem.not-recorded"), failed);
        }
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
