package se.ryggrad.core.cases.access;

import java.time.LocalDate;
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
 */
public record Situation(
        Case current, Standing standing, ServiceDefinition definition, LocalDate today, Protected known) {

    /** Returns the same meeting with the case changed. */
    public Situation with(Case changed) {
        return new Situation(changed, standing, definition, today, known);
    }

    /** Returns whether what is protected is withheld from whoever meets the case (ID-058). */
    public boolean withholds() {
        return known.any(current) && !Protected.opens(standing.actor(), current);
    }

    /** Returns whether the case does not exist for the officer who meets it, for the sake of a party (ID-057). */
    public boolean hidden() {
        return withholds() && standing.actor() instanceof Actor.Officer;
    }
}
