package se.ryggrad.core.cases.turn;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Is the time of an act: cut to milliseconds, with its calendar day where the law counts it.
 *
 * @param now the moment
 * @param today the day in Europe/Stockholm
 */
public record Moment(Instant now, LocalDate today) {

    private static final ZoneId LEGAL_ZONE = ZoneId.of("Europe/Stockholm");

    /** Returns the moment that {@code clock} shows. */
    public static Moment of(Clock clock) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Moment(now, day(now));
    }

    /** Returns the day in Europe/Stockholm in which {@code instant} lies. */
    public static LocalDate day(Instant instant) {
        return instant.atZone(LEGAL_ZONE).toLocalDate();
    }
}
