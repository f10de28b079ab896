package se.ryggrad.core.json;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.ryggrad.api.FaultCode;

/** Reads the formats that the contract itself uses, strictly: RFC 3339 dates and times, UUIDs, URIs. */
public final class Formats {

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern DATE_FORM = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern TIME_FORM =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)?");

    private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cc},;<>]{1,64}@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");
    private static final Pattern DURATION =
            Pattern.compile("P(?:([0-9]+)D)?(?:T(?=[0-9])(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+)S)?)?(?<!P)");
    private static final List<Integer> SECONDS = List.of(86_400, 3_600, 60, 1);
    private static final long LONGEST_PART = 1_000_000_000_000L;

    private Formats() {}

    /** Returns whether {@code text} has the form of an e-mail address. */
    public static boolean email(String text) {
        return EMAIL.matcher(text).matches();
    }

    /**
     * Parses an ISO 8601 duration in days, hours, minutes and seconds, for example {@code P14D}; one beyond what the type holds
     * is the longest there is.
     */
    public static Optional<Duration> duration(String text) {
        Matcher parts = DURATION.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long seconds = 0;
        for (int part = 0; part < SECONDS.size() && seconds < Long.MAX_VALUE; part++) {
            long more = bounded(Objects.requireNonNullElse(parts.group(part + 1), "0"));
            seconds = more > LONGEST_PART ? Long.MAX_VALUE : seconds + more * SECONDS.get(part);
        }
        return Optional.of(Duration.ofSeconds(seconds));
    }

    /** Returns the number of {@code digits}, or one beyond {@link #LONGEST_PART}; in a time that grows with their count alone. */
    private static long bounded(String digits) {
        long number = 0;
        for (int place = 0; place < digits.length() && number <= LONGEST_PART; place++) {
            number = 10 * number + Character.digit(digits.charAt(place), 10);
        }
        return number;
    }

    /** Parses a UUID in its 36 characters. */
    public static Optional<UUID> uuid(String text) {
        return UUID_FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** Parses a calendar date, for example {@code 2026-11-23}. */
    public static Optional<LocalDate> date(String text) {
        try {
            return DATE_FORM.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Parses an instant with an offset, cut to milliseconds; second 60 is refused. */
    public static Optional<Instant> instant(String text) {
        try {
            return TIME_FORM.matcher(text).matches() && !offsetMissing(text)
                    ? Optional.of(OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS))
                    : Optional.empty();
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    /** Writes an instant as the contract does: UTC with three decimals. */
    public static String text(Instant instant) {
        String text = instant.truncatedTo(ChronoUnit.MILLIS).toString();
        return switch (text.length()) {
            case 20 -> text.substring(0, 19) + ".000Z";
            default -> text;
        };
    }

    /** Returns whether {@code text} is an instant that lacks only its offset. */
    public static boolean offsetMissing(String text) {
        return TIME_FORM.matcher(text).matches()
                && !text.endsWith("Z")
                && text.indexOf('+') < 0
                && text.lastIndexOf('-') < text.indexOf('T');
    }

    static Optional<FaultCode> fault(String format, String text) {
        boolean sound = switch (format) {
            case "uuid" -> uuid(text).isPresent();
            case "date" -> date(text).isPresent();
            case "date-time" -> instant(text).isPresent();
            case "uri" -> absolute(text);
            default -> true;
        };
        if (sound) {
            return Optional.empty();
        }
        return Optional.of(
                "date-time".equals(format) && offsetMissing(text) ? FaultCode.OFFSET_MISSING : FaultCode.FORMAT);
    }

    private static boolean absolute(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException broken) {
            return false;
        }
    }
}
