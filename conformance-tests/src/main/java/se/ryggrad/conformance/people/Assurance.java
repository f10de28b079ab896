package se.ryggrad.conformance.people;

/** Levels of assurance that the suite's people log in at, by the registry of Sweden Connect. */
public enum Assurance {
    /** Level 1. */
    LOA1("http://id.elegnamnden.se/loa/1.0/loa1"),
    /** Level 2. */
    LOA2("http://id.elegnamnden.se/loa/1.0/loa2"),
    /** Level 3, which most services ask for. */
    LOA3("http://id.elegnamnden.se/loa/1.0/loa3"),
    /** Level 4. */
    LOA4("http://id.elegnamnden.se/loa/1.0/loa4"),
    /** Low, by eIDAS. */
    EIDAS_LOW("http://id.elegnamnden.se/loa/1.0/eidas-low"),
    /** Substantial, by eIDAS. */
    EIDAS_SUBSTANTIAL("http://id.elegnamnden.se/loa/1.0/eidas-sub");

    private final String uri;

    Assurance(String uri) {
        this.uri = uri;
    }

    /** Returns the URI, as in {@code acr}. */
    public String uri() {
        return uri;
    }
}
