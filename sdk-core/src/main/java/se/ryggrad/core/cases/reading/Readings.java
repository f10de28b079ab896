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
import se.ryggrad.core.cases.access.Standing;
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

    /** Records that a search finds cases, all of them or none (CASE-098). */
    public void recordFound(PrincipalId principal, List<Met> found, Moment moment) {
        keep(
                principal,
                found.stream()
                        .flatMap(each -> reading(each, moment, Reading.What.SEARCH, Optional.empty()).stream())
                        .toList());
    }

    /**
     * Is a case that somebody meets.
     *
     * @param subject the case
     * @param standing what they are to it
     */
    public record Met(Case subject, Standing standing) {}

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
        Met read = new Met(situation.current(), situation.standing());
        reading(read, moment, what, document).ifPresent(one -> keep(principal(read.subject()), List.of(one)));
    }

    private Optional<LoggedReading> reading(Met read, Moment moment, Reading.What what, Optional<DocumentId> document) {
        Case subject = read.subject();
        ActorRef actor =
                Performer.of(read.standing(), subject, Optional.empty()).actor();
        if (actor.right().equals(OWN)) {
            return Optional.empty();
        }
        Reading reading = new Reading(dice.uuid(), moment.now(), what, document, actor);
        return Optional.of(ReadingContent.salted(subject.head().authority(), subject.id(), reading, dice.salt()));
    }

    private void keep(PrincipalId principal, List<LoggedReading> readings) {
        try {
            log.record(principal, readings);
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
