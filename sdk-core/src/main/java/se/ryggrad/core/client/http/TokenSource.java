package se.ryggrad.core.client.http;

import java.util.Optional;
import se.ryggrad.api.identity.Caller;

/**
 * Gives the access token by which another system knows a caller. You plug it in. Thread-safe; asked before each call, so that it
 * keeps a token as long as it is good.
 *
 * <p>The token alone says who asks: groups, scopes, level and name of a {@link Caller} are not sent.
 */
@FunctionalInterface
public interface TokenSource {

    /**
     * Returns the token of {@code caller}, who is not anonymous, for the audience that is the system's base URL; nothing when there
     * is none, and then the call is refused as {@code not-authenticated}.
     */
    Optional<String> token(Caller caller);
}
