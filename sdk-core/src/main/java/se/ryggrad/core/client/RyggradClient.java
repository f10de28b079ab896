package se.ryggrad.core.client;

import java.time.Instant;
import java.util.Map;
import se.ryggrad.api.cases.AccessAudit;
import se.ryggrad.api.cases.Cases;
import se.ryggrad.api.events.EventFeed;
import se.ryggrad.api.idempotency.Answer;
import se.ryggrad.api.idempotency.Claim;
import se.ryggrad.api.idempotency.IdempotencyKey;
import se.ryggrad.api.idempotency.Once;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.client.http.Calls;
import se.ryggrad.core.client.http.Patience;
import se.ryggrad.core.client.http.RemoteSystem;
import se.ryggrad.core.client.http.TokenSource;

/**
 * Speaks to another system that meets the standard, through the same interfaces that the SDK offers in its own process. Thread-safe;
 * make one for each system and keep it, since it keeps connections.
 *
 * <p>A call is tried again when that changes nothing ({@link Patience}), ends at its deadline whatever comes, and follows no
 * redirect. A problem that is answered is thrown as the {@link se.ryggrad.api.RyggradException} that an engine in this process
 * throws; texts are the same in both languages, in the one that is asked for. A write returns {@link
 * se.ryggrad.api.idempotency.Written.First} both when it is done now and when it was done before. Nothing is logged.
 */
public final class RyggradClient {

    private final Cases cases;
    private final AccessAudit audit;
    private final EventFeed feed;
    private final RemoteDocuments documents;

    private RyggradClient(Calls calls) {
        this.cases = new RemoteCases(calls);
        this.audit = new RemoteAudit(calls);
        this.feed = new RemoteFeed(calls);
        this.documents = new RemoteDocuments(calls);
    }

    /** Returns a client of {@code system}, where callers are known by {@code tokens}. */
    public static RyggradClient of(RemoteSystem system, TokenSource tokens) {
        return new RyggradClient(new Calls(system, tokens));
    }

    /**
     * Returns the wish to write once under {@code key} at another system, for a caller who needs the result alone. Keep the key with
     * the intent that it stands for, so that it is the same when the intent is carried out again.
     */
    public static <T> Once<T> once(Caller caller, IdempotencyKey key) {
        Claim.Scope scope = new Claim.Scope(caller.principal(), caller.actor().id(), "", "POST", "");
        return new Once<>(new Claim(scope, key, "", Instant.EPOCH), result -> new Answer(200, Map.of(), ""));
    }

    /** Returns the cases of the system. */
    public Cases cases() {
        return cases;
    }

    /** Returns the access logs of the system's authorities. */
    public AccessAudit audit() {
        return audit;
    }

    /** Returns the documents of the system's cases. */
    public RemoteDocuments documents() {
        return documents;
    }

    /** Returns the feed of the system. */
    public EventFeed feed() {
        return feed;
    }
}
