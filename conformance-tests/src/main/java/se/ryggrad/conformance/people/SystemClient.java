package se.ryggrad.conformance.people;

/**
 * A system with client credentials.
 *
 * @param client the client's id
 * @param login the login
 */
public record SystemClient(String client, Login login) implements TestActor {}
