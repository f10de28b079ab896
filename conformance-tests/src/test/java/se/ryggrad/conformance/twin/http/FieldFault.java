package se.ryggrad.conformance.twin.http;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Says what is wrong at one place of a request: a pointer into the body, or a parameter. */
public record FieldFault(@Nullable String pointer, @Nullable String parameter, String code)
        implements Comparable<FieldFault> {

    private static final Comparator<FieldFault> ORDER =
            Comparator.comparing(FieldFault::place).thenComparing(FieldFault::code);

    /** Returns a fault at a JSON pointer. */
    public static FieldFault at(String pointer, String code) {
        return new FieldFault(pointer, null, code);
    }

    /** Returns a fault of a query parameter or header. */
    public static FieldFault parameter(String name, String code) {
        return new FieldFault(null, name.matches(".*[0-9]{6}.*") ? "query" : name, code);
    }

    @Override
    public int compareTo(FieldFault other) {
        return ORDER.compare(this, other);
    }

    private String place() {
        return pointer != null ? pointer : String.valueOf(parameter);
    }
}
