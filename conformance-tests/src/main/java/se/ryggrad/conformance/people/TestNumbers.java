package se.ryggrad.conformance.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
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
    private final AtomicInteger phones = new AtomicInteger();
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

    /** Returns the number of a child, or of anybody, born on a day: one of twenty that this run takes in turn. */
    public IdentityNumber personnummer(LocalDate born) {
        return number(born, next.getAndIncrement(), 0);
    }

    /** Returns the personnummer of somebody born in the thousand days before a day, that this run has not used. */
    public IdentityNumber bornBefore(LocalDate day) {
        long position = next.getAndIncrement();
        return number(day.minusDays(Math.floorMod(position / PER_DAY, 1000)), position, 0);
    }

    /** Returns the samordningsnummer of somebody born on a day, as {@link #personnummer(LocalDate)}. */
    public IdentityNumber samordningsnummer(LocalDate born) {
        return number(born, next.getAndIncrement(), 60);
    }

    /** Returns an organisation number that belongs to nobody: no legal form begins with 99. */
    public String organisationsnummer() {
        long position = Math.floorMod(next.getAndIncrement() * 7919, 1_000_000L);
        return IdentityNumber.completed("00999%06d".formatted(position)).tenDigits();
    }

    /**
     * Returns a phone number that belongs to nobody, in E.164: one of the numbers from 070-174 06 05 to 070-174 06 99 that
     * Post- och telestyrelsen keeps for fiction, which this run takes in turn.
     */
    public String phone() {
        return "+46701740" + (605 + phones.getAndIncrement() % 95);
    }

    /** Returns every number handed out so far. */
    public List<IdentityNumber> given() {
        return List.copyOf(given);
    }

    private IdentityNumber number(int addedToDay) {
        long position = Math.floorMod(next.getAndIncrement() * 7919, DAYS * PER_DAY);
        return number(FIRST.plusDays(position / PER_DAY), position, addedToDay);
    }

    private IdentityNumber number(LocalDate born, long position, int addedToDay) {
        String month = born.format(DateTimeFormatter.ofPattern("yyyyMM"));
        String day = "%02d".formatted(born.getDayOfMonth() + addedToDay);
        IdentityNumber number = IdentityNumber.completed(month + day + (980 + Math.floorMod(position, PER_DAY)));
        given.add(number);
        return number;
    }
}
