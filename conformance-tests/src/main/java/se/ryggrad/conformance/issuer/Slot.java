package se.ryggrad.conformance.issuer;

import java.util.Map;
import java.util.Optional;
import se.ryggrad.conformance.channel.Operators;
import se.ryggrad.conformance.receiver.Receivers;
import se.ryggrad.conformance.representation.PeopleRegistry;
import se.ryggrad.conformance.source.Sources;

/**
 * The issuers and the registry of one run. A run takes a free slot and gives it back, so that runs can go side by side.
 *
 * @param number the number in the issuers' addresses, from 1
 * @param port the port that the counterparty listens at
 * @param person issues tokens for persons
 * @param otherPerson issues tokens for persons as well: the same people, another login
 * @param officer issues tokens for officers
 * @param system issues tokens for systems
 * @param foreign issues tokens that nobody should trust
 * @param registry says whom the people of the issuers of persons may represent, and whose data is protected
 * @param sources the sources that a portal asks for the people of the issuers of persons
 * @param tokens exchanges the tokens of those people for tokens of the sources
 * @param operators the operators of the channels that messages go by
 * @param receivers the receivers that events are sent to
 */
public record Slot(
        int number,
        int port,
        Issuer person,
        Issuer otherPerson,
        Issuer officer,
        Issuer system,
        Issuer foreign,
        PeopleRegistry registry,
        Sources sources,
        TokenEndpoint tokens,
        Operators operators,
        Receivers receivers) {

    static Slot of(String origin, int port, int number, SigningKey rsaKey) {
        String base = origin + "/" + number + "/";
        Sources sources = new Sources(base + "sources");
        return new Slot(
                number,
                port,
                new Issuer(base + "person", rsaKey),
                new Issuer(base + "person-2", rsaKey),
                new Issuer(base + "officer", rsaKey),
                new Issuer(base + "system", rsaKey),
                new Issuer(base + "foreign", rsaKey),
                new PeopleRegistry(base + "registry"),
                sources,
                new TokenEndpoint(sources),
                new Operators(base + "channels"),
                new Receivers(base + "receivers"));
    }

    /** Returns a number below the given one that differs between runs side by side, be they one process or many. */
    public int lane(int lanes) {
        return Math.floorMod(port + lanes / 2 * (number - 1), lanes);
    }

    /** Tells whether an issuer exchanges tokens. */
    boolean exchanges(Issuer issuer) {
        return issuer.equals(person) || issuer.equals(otherPerson);
    }

    Optional<Issuer> named(String kind) {
        return Optional.ofNullable(Map.of(
                        "person", person,
                        "person-2", otherPerson,
                        "officer", officer,
                        "system", system,
                        "foreign", foreign)
                .get(kind));
    }
}
