package se.ryggrad.conformance.source;

/** What a source does when it is asked for somebody. Whatever its status, it sends what would be good under 200. */
public enum Behaviour {
    /** Answers by the standard. */
    ANSWERS(200),
    /** Says nothing until the run ends. */
    HANGS(200),
    /** Sends an octet of a good answer now and then, and never the last. */
    DRIPS(200),
    /** Answers 500. */
    FAILS(500),
    /** Answers 404. */
    IS_ABSENT(404),
    /** Answers 206. */
    IS_PARTIAL(206),
    /** Answers 403. */
    REFUSES(403),
    /** Answers 401. */
    DENIES(401),
    /** Leads to another address, which answers well. */
    LEADS_AWAY(302),
    /** Answers with half of a JSON text. */
    BREAKS_OFF(200),
    /** Answers with JSON of another form. */
    SPEAKS_OTHERWISE(200),
    /** Answers with good items, more than a portal reads, and does not tell how much beforehand. */
    SWELLS(200);

    private final int status;

    Behaviour(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }
}
