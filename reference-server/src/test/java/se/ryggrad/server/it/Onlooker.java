package se.ryggrad.server.it;

/**
 * Is somebody who asks for a case.
 *
 * @param relation what they are to it, for people
 * @param stranger whether the case must not exist for them
 * @param client how they ask
 */
record Onlooker(String relation, boolean stranger, Client client) {}
