package se.ryggrad.conformance.people;

import java.util.Optional;
import se.ryggrad.conformance.http.Credential;

/**
 * A person who acts for another: the token is their own, and each request says for whom it is.
 *
 * @param person the representative
 * @param id the id of the representation as the system gave it
 */
public record Proxy(Person person, String id) implements Credential {

    @Override
    public String bearer() {
        return person.bearer();
    }

    @Override
    public Optional<String> onBehalfOf() {
        return Optional.of(id);
    }
}
