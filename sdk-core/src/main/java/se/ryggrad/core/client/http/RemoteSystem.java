package se.ryggrad.core.client.http;

import java.net.URI;
import java.util.Objects;
import se.ryggrad.api.Language;
import se.ryggrad.api.organisation.PrincipalId;

/**
 * Says which principal's system is spoken to, and how.
 *
 * @param principal whose system; callers of another principal are refused
 * @param url its base URL, without a slash at its end: https, or http where nobody can read along
 * @param language in which texts for people are asked for
 * @param patience how long a call may take
 */
public record RemoteSystem(PrincipalId principal, URI url, Language language, Patience patience) {

    /** Rejects what cannot be called. */
    public RemoteSystem {
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(patience, "patience");
        boolean plain = url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null
                && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()));
        if (!plain || url.getRawPath().endsWith("/")) {
            throw new IllegalArgumentException("a base URL is an http or https address without a slash at its end");
        }
    }

    /** Returns a system that is asked in Swedish, with the patience that nothing is said of. */
    public static RemoteSystem of(PrincipalId principal, URI url) {
        return new RemoteSystem(principal, url, Language.SV, Patience.DEFAULT);
    }
}
