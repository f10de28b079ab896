package se.ryggrad.conformance.people;

import java.util.List;

/**
 * An officer of the principal.
 *
 * @param name the name in the token
 * @param groups the groups, each with its authority
 * @param login the login
 */
public record Officer(String name, List<String> groups, Login login) implements TestActor {

    /** Copies the groups. */
    public Officer {
        groups = List.copyOf(groups);
    }

    /** Returns the same officer with a token that also holds the identity number of a person. */
    public Officer who(Person person) {
        String digits = person.number().digits();
        return new Officer(name, groups, new Login(token().claim(People.PERSONNUMMER, digits)));
    }

    /** Returns the same officer, logged in at another level of assurance. */
    public Officer at(Assurance level) {
        return new Officer(name, groups, login.at(level.uri()));
    }
}
