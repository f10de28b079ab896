package se.ryggrad.conformance.http;

/** The system under test breaks a requirement. */
public final class ConformanceFailure extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    /** Creates a failure from what was found. */
    public ConformanceFailure(Finding finding) {
        super(finding.sentence());
        this.finding = finding;
    }

    /** Creates a failure that no single exchange shows. */
    public static ConformanceFailure of(String expected, String actual) {
        return new ConformanceFailure(Finding.of(expected, actual));
    }

    /** Returns what was found. */
    public Finding finding() {
        return finding;
    }
}
