package se.ryggrad.conformance.twin.http;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Ends the handling of a request with a problem. */
public final class Fail extends RuntimeException {

    private final ProblemType type;
    private final transient List<FieldFault> faults;
    private final transient Map<String, String> headers = new TreeMap<>();
    private final transient Map<String, String> members = new TreeMap<>();

    private Fail(ProblemType type, Collection<FieldFault> faults) {
        super(type.slug(), null, false, false);
        this.type = type;
        this.faults = faults.stream().distinct().sorted().toList();
    }

    /** Returns a problem without field faults. */
    public static Fail of(ProblemType type) {
        return new Fail(type, List.of());
    }

    /** Returns a validation problem with all its faults. */
    public static Fail invalid(Collection<FieldFault> faults) {
        return new Fail(ProblemType.VALIDATION, faults);
    }

    /** Returns a validation problem with one fault. */
    public static Fail invalid(String pointer, String code) {
        return invalid(List.of(FieldFault.at(pointer, code)));
    }

    /** Returns a 400 about a query parameter or a header. */
    public static Fail parameter(String name, String code) {
        return new Fail(ProblemType.MALFORMED, List.of(FieldFault.parameter(name, code)));
    }

    /** Returns a 400 about several parameters. */
    public static Fail parameters(Collection<FieldFault> faults) {
        return new Fail(ProblemType.MALFORMED, faults);
    }

    /** Returns a 404: what the caller may not see does not exist. */
    public static Fail notFound() {
        return of(ProblemType.NOT_FOUND);
    }

    /** Adds a header to the answer. */
    public Fail header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Adds an extension member to the problem. */
    public Fail member(String name, String value) {
        members.put(name, value);
        return this;
    }

    /** Returns the type of the problem. */
    public ProblemType type() {
        return type;
    }

    /** Returns the faults, ordered by place and code. */
    public List<FieldFault> faults() {
        return faults;
    }

    /** Returns the headers of the answer. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Returns the extension members of the problem. */
    public Map<String, String> members() {
        return members;
    }
}
