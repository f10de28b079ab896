package se.ryggrad.api.messaging.store;

import se.ryggrad.api.messaging.model.Message;

/**
 * Is a message to work on.
 *
 * @param message the message, as its round was begun
 * @param lease by what it is worked on
 */
public record Leased(Message message, Lease lease) {}
