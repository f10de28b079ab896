package se.ryggrad.core.registry;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.ryggrad.api.registry.PersonRegistry;
import se.ryggrad.api.registry.RepresentationRegistry;

/**
 * Holds the registries that a system asks.
 *
 * @param all those of representations, each with a name of its own
 * @param persons those of persons, each with a name of its own
 */
public record Registries(List<RepresentationRegistry> all, List<PersonRegistry> persons) {

    /** No registries. */
    public static final Registries NONE = new Registries(List.of(), List.of());

    /** Copies the lists and rejects a name that two of a list have. */
    public Registries {
        all = List.copyOf(all);
        persons = List.copyOf(persons);
        differ(all.stream().map(RepresentationRegistry::name));
        differ(persons.stream().map(PersonRegistry::name));
    }

    /** Creates registries of representations alone. */
    public Registries(List<RepresentationRegistry> all) {
        this(all, List.of());
    }

    /**
     * Returns the registries that answer over HTTP at {@code addresses}.
     *
     * @throws IllegalArgumentException when somebody would wait for them too long
     */
    public static Registries at(List<RegistryAddress> addresses) {
        List<RegistryAddress> ofRepresentations = asked(addresses, RegistryQuestion.REPRESENTATIONS);
        List<RegistryAddress> ofPersons = asked(addresses, RegistryQuestion.PERSONS);
        RegistryAddress.check(ofRepresentations);
        RegistryAddress.check(ofPersons);
        return new Registries(
                ofRepresentations.stream()
                        .<RepresentationRegistry>map(HttpRegistry::new)
                        .toList(),
                ofPersons.stream().<PersonRegistry>map(HttpPersonRegistry::new).toList());
    }

    /** Returns these registries and {@code more}. */
    public Registries and(Registries more) {
        return new Registries(
                Stream.concat(all.stream(), more.all().stream()).toList(),
                Stream.concat(persons.stream(), more.persons().stream()).toList());
    }

    private static List<RegistryAddress> asked(List<RegistryAddress> addresses, RegistryQuestion question) {
        return addresses.stream()
                .filter(address -> address.answers().contains(question))
                .toList();
    }

    private static void differ(Stream<String> names) {
        Set<String> seen = new HashSet<>();
        if (!names.allMatch(seen::add)) {
            throw new IllegalArgumentException("two registries have one name");
        }
    }
}
