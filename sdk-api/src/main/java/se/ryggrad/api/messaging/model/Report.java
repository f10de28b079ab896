package se.ryggrad.api.messaging.model;

/** Lists how far it has come to tell a case that a letter of its own cannot be delivered (MSG-042); the list is closed. */
public enum Report {
    /** The case is told when no channel is left. */
    OWED,
    /** No channel is left, and the case is to be told now. */
    DUE,
    /** The case was told, once and for all. */
    MADE
}
