package se.ryggrad.conformance.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Hands out identity numbers that belong to nobody: test personnummer with birth numbers 980 to 999.
 *
 * <p>Source: Skatteverket's published list of test personnummer, whose birth numbers these are. Each second has numbers
 * of its own, more than a run hands out in that time, and they come round after some hours, so that runs one after the
 * other on one system do not share people; runs side by side begin far apart. Safe for many threads.
 */
public final class TestNumbers {

    private static final LocalDate FIRST = LocalDate.of(1910, 1, 1);
    private static final long DAYS = FIRST.until(LocalDate.of(2010, 1, 1), ChronoUnit.DAYS);
    private static final int PER_DAY = 20;
    private static final int PER_SECOND = 50;

    /** How many runs can go side by side without sharing people. */
    public static final int LANES = 9;

    private final AtomicLong next;
    private final Collection<IdentityNumber> given = new ConcurrentLinkedQueue<>();

    /** Begins at the numbers of the second of the given instant in one of the lanes for runs side by side. */
    public TestNumbers(Instant start, int lane) {
        next = new AtomicLong(start.getEpochSecond() * PER_SECOND + lane * (DAYS * PER_DAY / LANES));
    }

    /** Returns a personnummer that this run has not used. */
    public IdentityNumber personnummer() {
        return number(0);
    }

    /** Returns a samordningsnummer that this run has not used: the day of birth plus 60. */
    public IdentityNumber samordningsnummer() {
        return number(60);
    }

    /** Returns every number handed out so far. */
    public List<IdentityNumber> given() {
        return List.copyOf(given);
    }

    private IdentityNumber number(int addedToDay) {
        long position = Math.floorMod(next.getAndIncrement() * 7919, DAYS * PER_DAY);
        LocalDate born = FIRST.plusDays(position / PER_DAY);
        String month = born.format(DateTimeFormatter.ofPattern("yyyyMM"));
        String day = "%02d".formatted(born.getDayOfMonth() + addedToDay);
        IdentityNumber number = IdentityNumber.completed(month + day + (980 + position % PER_DAY));
        given.add(number);
        return number;
    }
}
