package se.ryggrad.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.identity.RepresentationKind;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.registry.RegisteredRepresentation;
import se.ryggrad.api.registry.RegistryInquiry;

/** Tests what the id of a representation is bound to (ID-045). */
class RepresentationIdsTest {

    private static final List<String> PEOPLE = List.of("199001019802", "196903269816", "200002299824");
    private static final List<String> NAMES = List.of("a", "b", "ab", "", "a\n");

    @Test
    void isAnotherForEveryOtherPrincipalPersonRegistryReferenceAndRepresented() {
        Set<UUID> seen = new HashSet<>();
        int count = 0;
        for (String key : List.of("the first key, secret", "the other key, secret")) {
            for (String principal : List.of("2581", "2582")) {
                for (String representative : PEOPLE) {
                    for (String registry : NAMES) {
                        for (String reference : NAMES) {
                            for (String represented : PEOPLE) {
                                RegistryInquiry inquiry = inquiry(principal, representative, "issuer");
                                seen.add(ids(key).representation(inquiry, registry, named(reference, represented)));
                                count++;
                            }
                        }
                    }
                }
            }
        }
        assertThat(seen)
                .hasSize(count)
                .allSatisfy(id -> assertThat(id.version()).isEqualTo(8));
    }

    @Test
    void isTheSameAtEachRequestWhoeverVouchesForThePerson() {
        UUID first = ids("the first key, secret")
                .representation(inquiry("2581", PEOPLE.get(0), "issuer"), "a", named("1", PEOPLE.get(1)));

        assertThat(ids("the first key, secret")
                        .representation(inquiry("2581", PEOPLE.get(0), "other"), "a", named("1", PEOPLE.get(1))))
                .isEqualTo(first);
    }

    private static ActorIds ids(String key) {
        return new ActorIds(key.getBytes(StandardCharsets.UTF_8));
    }

    private static RegistryInquiry inquiry(String principal, String representative, String issuer) {
        return new RegistryInquiry(new PrincipalId(principal), identity(representative), issuer, "trace");
    }

    private static RegisteredRepresentation named(String reference, String represented) {
        return new RegisteredRepresentation(
                reference,
                RepresentationKind.GUARDIAN,
                identity(represented),
                "Ek",
                Set.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Identity identity(String number) {
        return new Identity(IdentityScheme.PERSONNUMMER, number);
    }
}
