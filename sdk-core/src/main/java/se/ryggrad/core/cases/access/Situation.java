package se.ryggrad.core.cases.access;

import java.time.LocalDate;
import se.ryggrad.api.cases.model.Case;
import se.ryggrad.api.catalog.ServiceDefinition;

/**
 * Is a case as somebody meets it.
 *
 * @param current the case, whole
 * @param standing who meets it
 * @param definition the version of its service that it began with
 * @param today the day in Europe/Stockholm
 */
public record Situation(Case current, Standing standing, ServiceDefinition definition, LocalDate today) {

    /** Returns the same meeting with the case changed. */
    public Situation with(Case changed) {
        return new Situation(changed, standing, definition, today);
    }
}
