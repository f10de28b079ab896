package se.ryggrad.conformance.source;

/** What an issuer does when it is asked to exchange somebody's token for one of a source (RFC 8693). */
public enum Minting {
    /** Issues a good token. */
    GOOD,
    /** Refuses with 400 and {@code invalid_target}. */
    REFUSES,
    /** Answers 500, with a good token. */
    FAILS,
    /** Leads to another address. */
    LEADS_AWAY,
    /** Says nothing until the run ends. */
    HANGS,
    /** Answers 200 with something that is no answer after RFC 8693. */
    SPEAKS_OTHERWISE,
    /** Issues something that is no JWT. */
    NO_JWT,
    /** Gives the person's own token back. */
    PERSONAL,
    /** Issues a token for somebody else. */
    OTHER_AUDIENCE,
    /** Issues a token for the source and somebody else. */
    SHARED_AUDIENCE,
    /** Issues a token without {@code sub}. */
    NO_SUBJECT,
    /** Issues a token without {@code act}. */
    NO_ACTOR,
    /** Issues a token whose {@code act} has no {@code sub}. */
    NAMELESS_ACTOR,
    /** Issues a token of another scope. */
    OTHER_SCOPE,
    /** Issues a token of more than the scope that was asked for. */
    WIDER_SCOPE,
    /** Issues a token of another level of assurance. */
    OTHER_LEVEL,
    /** Issues a token that is good for 301 seconds. */
    TOO_LONG
}
