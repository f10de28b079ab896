package se.ryggrad.core.webhooks.call;

/** Calls receivers. Thread-safe. */
@FunctionalInterface
public interface Receivers {

    /** Posts a letter and waits for the answer; never throws for what a receiver does. */
    Reply post(Letter letter);
}
