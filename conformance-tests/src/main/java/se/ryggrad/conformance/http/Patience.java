package se.ryggrad.conformance.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Waits when a system asks for it by 429 or 503 with {@code Retry-After}, and counts how often.
 *
 * <p>Three times for each request, a minute at the longest: after that the answer stands. Safe for many threads.
 */
public final class Patience {

    private static final int MOST = 3;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final AtomicInteger waits = new AtomicInteger();

    /** Waits if the answer asks for it, and tells whether to send once more. */
    boolean waits(Answer answer, int already) {
        Optional<Duration> asked = asked(answer).filter(d -> already < MOST && d.compareTo(LONGEST) <= 0);
        asked.ifPresent(this::sleep);
        return asked.isPresent();
    }

    /** Returns how many times it has waited. */
    public int count() {
        return waits.get();
    }

    private void sleep(Duration asked) {
        waits.incrementAndGet();
        try {
            Thread.sleep(asked.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Duration> asked(Answer answer) {
        boolean later = answer.status() == 429 || answer.status() == 503;
        return later ? answer.header("Retry-After").flatMap(Patience::duration) : Optional.empty();
    }

    private static Optional<Duration> duration(String field) {
        String value = field.strip();
        if (value.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration left = Duration.between(Instant.now(), until);
            return Optional.of(left.isNegative() ? Duration.ZERO : left);
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
