package se.ryggrad.conformance.twin.protection;

import java.util.Set;

/** A number of somebody, of a scheme. */
public record Identity(String scheme, String value) {

    private static final Set<String> PERSONS = Set.of("personnummer", "samordningsnummer", "prid");

    /** Returns whether it is of a person whom a registry of persons can be asked about. */
    public boolean isPerson() {
        return PERSONS.contains(scheme) && !value.isEmpty();
    }

    @Override
    public String toString() {
        return "[identity]";
    }
}
