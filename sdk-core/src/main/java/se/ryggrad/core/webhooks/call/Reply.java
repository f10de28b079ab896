package se.ryggrad.core.webhooks.call;

/** Tells how a call to a receiver went. */
public sealed interface Reply {

    /**
     * The receiver answered in time: an event with a status, a challenge as a whole.
     *
     * @param status the status
     * @param body what it said to a challenge; empty where that was too long, or nothing was asked
     */
    record Answered(int status, String body) implements Reply {

        /** Returns whether the receiver took what it was sent. */
        public boolean taken() {
            return status >= 200 && status <= 299;
        }

        @Override
        public String toString() {
            return "Answered[" + status + "]";
        }
    }

    /** The receiver did not answer in time, or was not called, since its address may not be called any more. */
    record Silent() implements Reply {}

    /** It was not wanted any more when it could have been sent, or nobody could tell, and so was not. */
    record Unwanted() implements Reply {}
}
