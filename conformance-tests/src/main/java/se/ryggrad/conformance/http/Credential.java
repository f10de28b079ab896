package se.ryggrad.conformance.http;

/** Somebody who can show a token. */
@FunctionalInterface
public interface Credential {

    /** Returns a bearer token that is good now. */
    String bearer();
}
