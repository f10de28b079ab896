package se.ryggrad.api;

import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one place at fault.
 *
 * <p>A name that the client chose may be an identity number: a pointer ends before a name with six digits
 * in a row, and a parameter with such a name is called {@code query} (CORE-044).
 *
 * @param place whether {@code where} is a JSON pointer or a parameter
 * @param where the JSON pointer (RFC 6901) into the request, or the name of a header or query parameter
 * @param code the closed code of the rule that is broken
 * @param detail what to change, without repeating input
 */
public record Fault(Place place, String where, FaultCode code, LocalizedText detail) implements Comparable<Fault> {

    private static final Comparator<Fault> ORDER = Comparator.comparing(Fault::where)
            .thenComparing(fault -> fault.code().code());
    private static final Pattern SENSITIVE = Pattern.compile("\\d{6}");
    private static final String UNNAMED_PARAMETER = "query";

    /** Tells pointers from parameters. */
    public enum Place {
        /** A JSON pointer into the body. */
        POINTER,
        /** A header or query parameter. */
        PARAMETER
    }

    /** Rejects absent parts, and leaves out names that may be identity numbers. */
    public Fault {
        Objects.requireNonNull(place, "place");
        where = spared(place, Objects.requireNonNull(where, "where"));
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(detail, "detail");
    }

    /** Creates a fault at a JSON pointer. */
    public static Fault at(String pointer, FaultCode code, LocalizedText detail) {
        return new Fault(Place.POINTER, pointer, code, detail);
    }

    /** Creates a fault of a header or query parameter. */
    public static Fault of(String parameter, FaultCode code, LocalizedText detail) {
        return new Fault(Place.PARAMETER, parameter, code, detail);
    }

    @Override
    public int compareTo(Fault other) {
        return ORDER.compare(this, other);
    }

    private static String spared(Place place, String where) {
        Matcher sensitive = SENSITIVE.matcher(where);
        if (!sensitive.find()) {
            return where;
        }
        return place == Place.PARAMETER
                ? UNNAMED_PARAMETER
                : where.substring(0, Math.max(where.lastIndexOf('/', sensitive.start()), 0));
    }
}
