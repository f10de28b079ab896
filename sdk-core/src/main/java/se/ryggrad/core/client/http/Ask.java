package se.ryggrad.core.client.http;

import java.util.Optional;
import se.ryggrad.api.idempotency.IdempotencyKey;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.core.json.JsonTree;

/**
 * Is what is asked of another system. {@link #toString()} never shows the body.
 *
 * @param caller who asks
 * @param path the path below the base URL, with the query
 * @param content the body of a {@code POST}; absent for a {@code GET}
 * @param key the key of a write; absent for what only reads
 * @param ifMatch the tag that the case must have
 */
public record Ask(
        Caller caller, String path, Optional<Content> content, Optional<IdempotencyKey> key, Optional<String> ifMatch) {

    /** Returns the reading of what is at {@code path}. */
    public static Ask read(Caller caller, String path) {
        return new Ask(caller, path, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Returns the reading of what {@code body} searches for. */
    public static Ask search(Caller caller, String path, JsonTree.ObjectNode body) {
        return new Ask(caller, path, Optional.of(Content.of(body)), Optional.empty(), Optional.empty());
    }

    /** Returns a write under {@code key}: done once, however often it is sent. */
    public static Ask write(Caller caller, String path, JsonTree.ObjectNode body, IdempotencyKey key) {
        return write(caller, path, Content.of(body), key);
    }

    /** Returns a write of {@code content} under {@code key}: done once, however often it is sent. */
    public static Ask write(Caller caller, String path, Content content, IdempotencyKey key) {
        return new Ask(caller, path, Optional.of(content), Optional.of(key), Optional.empty());
    }

    /** Returns the same if the case has the tag {@code ifMatch}. */
    public Ask ifMatch(Optional<String> tag) {
        return new Ask(caller, path, content, key, tag);
    }

    @Override
    public String toString() {
        return content.isPresent() ? "Ask[POST]" : "Ask[GET]";
    }
}
