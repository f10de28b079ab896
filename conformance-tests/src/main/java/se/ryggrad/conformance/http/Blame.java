package se.ryggrad.conformance.http;

/** Where the cause of a verdict that is not a pass most likely lies. */
public enum Blame {
    /** How the system was set up for the run. */
    CONFIGURATION,
    /** The way between the suite and the system. */
    NETWORK,
    /** Trust between the system and the suite's identity provider. */
    IDENTITY,
    /** What the system had stored before the run. */
    DATA,
    /** The system under test. */
    SYSTEM,
    /** The suite itself. */
    SUITE
}
