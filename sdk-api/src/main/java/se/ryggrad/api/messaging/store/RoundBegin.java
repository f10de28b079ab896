package se.ryggrad.api.messaging.store;

import se.ryggrad.api.messaging.model.Message;

/** Begins a round of a message that is due; pure and quick, for it may be called again when the transaction is done again. */
@FunctionalInterface
public interface RoundBegin {

    /**
     * Returns the message with its round begun.
     *
     * @param lapsed whether the round before was never settled: its lease ended with the node that had it, or without its store
     */
    Message begin(Message message, boolean lapsed);
}
