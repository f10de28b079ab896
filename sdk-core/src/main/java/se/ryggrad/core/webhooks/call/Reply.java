package se.ryggrad.core.webhooks.call;

/** Tells how a call to a receiver went. */
public sealed interface Reply {

    /**
     * The receiver answered, whole and in time.
     *
     * @param status the status
     * @param body what else it said; empty where that was too long to be read
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

    /** The receiver did not answer whole and in time, or was not called, since its address is not public any more. */
    record Silent() implements Reply {}

    /** It was not wanted any more when it could have been sent, and was not. */
    record Unwanted() implements Reply {}
}
