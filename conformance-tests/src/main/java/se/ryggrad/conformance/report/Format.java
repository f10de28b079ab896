package se.ryggrad.conformance.report;

/** The formats of a report. */
public enum Format {
    /** For people. */
    HTML("report.html"),
    /** For machines. */
    JSON("report.json"),
    /** For build servers. */
    JUNIT("junit.xml");

    private final String file;

    Format(String file) {
        this.file = file;
    }

    /** Returns the name of the file. */
    public String file() {
        return file;
    }
}
