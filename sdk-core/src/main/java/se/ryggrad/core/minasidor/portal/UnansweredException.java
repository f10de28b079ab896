package se.ryggrad.core.minasidor.portal;

import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletionException;

/** Says that nothing of an answer is shown, and why. */
final class UnansweredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    UnansweredException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** Returns why a call that broke has no answer; says nothing of the content. */
    static UnansweredException of(Throwable broken) {
        Throwable cause =
                broken instanceof CompletionException && broken.getCause() != null ? broken.getCause() : broken;
        return new UnansweredException(cause instanceof HttpTimeoutException ? Reason.TIMEOUT : Reason.FAILED);
    }

    Reason reason() {
        return reason;
    }
}
