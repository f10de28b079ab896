package se.ryggrad.conformance.people;

import se.ryggrad.conformance.issuer.Issuer;

/**
 * A test person.
 *
 * @param number the identity number; belongs to nobody
 * @param name the name in the token
 * @param login the login
 */
public record Person(IdentityNumber number, String name, Login login) implements TestActor {

    /** Returns the same person, logged in at another level of assurance. */
    public Person at(Assurance level) {
        return at(level.uri());
    }

    /** Returns the same person as a portal shows them, by a token that it has exchanged. */
    public Person exchanged() {
        return new Person(number, name, login.exchanged());
    }

    /** Returns the same person, logged in with another issuer. */
    public Person by(Issuer issuer) {
        return new Person(number, name, login.by(issuer));
    }

    /** Returns the same person under another name. */
    public Person named(String other) {
        return new Person(number, other, login.named(other));
    }

    /** Returns the same person, logged in with any {@code acr}. */
    public Person at(String acr) {
        return new Person(number, name, login.at(acr));
    }
}
