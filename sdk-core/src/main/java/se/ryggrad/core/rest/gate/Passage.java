package se.ryggrad.core.rest.gate;

/**
 * Is the operation that a request is for.
 *
 * @param route where it goes
 * @param operation what it asks for
 */
record Passage(Route route, Operation operation) {}
