package se.ryggrad.conformance.representation;

/** What the registry does when it is asked about somebody. */
public enum Conduct {
    /** Answers by its contract. */
    ANSWERS,
    /** Answers 500. */
    FAILS,
    /** Answers 404 with what would be good under 200. */
    DENIES,
    /** Answers with half of a JSON text. */
    BREAKS_OFF,
    /** Answers with JSON of another form. */
    SPEAKS_OTHERWISE,
    /** Leads to another address, which answers well. */
    LEADS_AWAY,
    /** Begins an answer that never ends. */
    NEVER_ENDS,
    /** Begins an answer and falls silent. */
    FALLS_SILENT,
    /** Says nothing. */
    IS_SILENT
}
