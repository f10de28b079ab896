package se.ryggrad.core.cases.access;

import java.time.LocalDate;
import java.util.Optional;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.catalog.ServiceDefinition;
import se.ryggrad.api.identity.Actor;

/**
 * Is a case as somebody meets it.
 *
 * @param current the case, whole
 * @param standing who meets it
 * @param definition the version of its service that it began with
 * @param today the day in Europe/Stockholm
 * @param known who is protected
 * @param closing knows when the case was last closed
 */
public record Situation(
        Case current,
        Standing standing,
        ServiceDefinition definition,
        LocalDate today,
        Protected known,
        Closing closing) {

    /** Creates the meeting with a case about which nobody asks when it was closed. */
    public Situation(Case current, Standing standing, ServiceDefinition definition, LocalDate today, Protected known) {
        this(current, standing, definition, today, known, Optional::empty);
    }

    /** Returns the same meeting with the case changed. */
    public Situation with(Case changed) {
        return new Situation(changed, standing, definition, today, known, closing);
    }

    /** Returns whether what is protected is withheld from whoever meets the case (ID-058). */
    public boolean withholds() {
        return known.any(current) && !Protected.opens(standing.actor(), current);
    }

    /** Returns whether the case does not exist for the officer who meets it, for the sake of a party (ID-057). */
    public boolean hidden() {
        return withholds() && standing.actor() instanceof Actor.Officer;
    }

    /**
     * Returns whether the case does not exist for whoever meets it, since they are of the contact centre alone and its service
     * names secrecy (ID-073).
     */
    public boolean secret() {
        return standing.keptOutBy(definition);
    }

    /** Returns whether whoever meets the case sees less of it than others do, perhaps less than they saw before. */
    public boolean reduced() {
        return withholds() || standing.limited();
    }

    /** Returns whether a contact centre reads the case, and whoever meets it is of that (HAND-093). */
    public boolean answersCalls() {
        return standing.is(Standing.Role.CONTACT_CENTRE) && !definition.secret();
    }

    /** Returns whether the time has passed for which the service keeps a case (Arkivlagen section 10). */
    boolean disposable() {
        return definition.retention().ends()
                && closing.closedOn()
                        .flatMap(definition.retention()::disposableFrom)
                        .filter(first -> !today.isBefore(first))
                        .isPresent();
    }

    /** Tells when a case was last closed. Is asked only where something hangs on it, for the answer has to be read. */
    @FunctionalInterface
    public interface Closing {
        /** Returns the day in Europe/Stockholm, or nothing for a case that was never closed. */
        Optional<LocalDate> closedOn();
    }
}
