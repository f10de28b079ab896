package se.ryggrad.core.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.identity.Actor;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.registry.PersonInquiry;
import se.ryggrad.api.registry.PersonRegistry;
import se.ryggrad.api.registry.Protection;

/** Tells who is protected after several registries (ID-056, ID-062, ID-065). */
class ProtectionsTest {

    private static final Identity ANNA = new Identity(IdentityScheme.PERSONNUMMER, "199001019802");
    private static final Identity BERTIL = new Identity(IdentityScheme.PERSONNUMMER, "196903269816");
    private static final Protection OTHER = new Protection("hemlig");

    @Test
    void takesTheStrongestOfWhatIsNamed() {
        assertThat(of(named("a", ANNA, Protection.SKYDDAD_FOLKBOKFORING), named("b", ANNA, OTHER), silent("c")))
                .containsEntry(ANNA, Protection.SKYDDAD_FOLKBOKFORING)
                .containsEntry(BERTIL, Protection.UNKNOWN);
        assertThat(of(named("a", ANNA, OTHER), named("b", ANNA, Protection.SEKRETESSMARKERING)))
                .containsEntry(ANNA, Protection.SEKRETESSMARKERING)
                .containsEntry(BERTIL, Protection.NONE);
        assertThat(of(named("a", ANNA, OTHER), silent("b"))).containsEntry(ANNA, OTHER);
    }

    @Test
    void asksOnlyThoseWhoAnswerForTheIssuer() {
        Protections protections = new Protections(new Registries(List.of(), List.of(silent("a"))));

        assertThat(protections.know(caller(Optional.of("issuer")))).isTrue();
        assertThat(protections.know(caller(Optional.of("elsewhere")))).isFalse();
        assertThat(protections.know(caller(Optional.empty()))).isFalse();
        assertThat(protections.of(caller(Optional.of("elsewhere")), Set.of(ANNA)))
                .containsEntry(ANNA, Protection.NONE);
        assertThat(protections.of(caller(Optional.empty()), Set.of(ANNA))).containsEntry(ANNA, Protection.NONE);
    }

    @Test
    void asksAHundredAtATimeAndNoMoreOnceItIsSilent() {
        Set<Identity> many = IntStream.range(0, 250)
                .mapToObj(count -> new Identity(IdentityScheme.PRID, "NO:" + (1_000_000_000L + count)))
                .collect(Collectors.toSet());
        List<Integer> sizes = new ArrayList<>();
        Protections answering = new Protections(new Registries(List.of(), List.of(counting(sizes, 3))));
        assertThat(answering.of(caller(Optional.of("issuer")), many))
                .hasSize(250)
                .allSatisfy((person, protection) -> assertThat(protection).isEqualTo(OTHER));
        assertThat(sizes).containsExactly(100, 100, 50);

        sizes.clear();
        Protections once = new Protections(new Registries(List.of(), List.of(counting(sizes, 1))));
        Map<Identity, Protection> found = once.of(caller(Optional.of("issuer")), many);
        assertThat(sizes).containsExactly(100, 100);
        assertThat(found.values().stream().filter(OTHER::equals)).hasSize(100);
        assertThat(found.values().stream().filter(Protection.UNKNOWN::equals)).hasSize(150);
    }

    private static Map<Identity, Protection> of(PersonRegistry... registries) {
        return new Protections(new Registries(List.of(), List.of(registries)))
                .of(caller(Optional.of("issuer")), Set.of(ANNA, BERTIL));
    }

    private static Caller caller(Optional<String> issuer) {
        return new Caller(new PrincipalId("2581"), new Actor.Anonymous(), Optional.empty(), issuer, "trace");
    }

    private static PersonRegistry named(String name, Identity person, Protection protection) {
        return new FixedPersons(name, inquiry -> Map.of(person, protection));
    }

    private static PersonRegistry silent(String name) {
        return new FixedPersons(name, inquiry -> {
            throw RyggradException.of(ProblemType.UNAVAILABLE, new LocalizedText("tyst", "silent"));
        });
    }

    /** Names everybody protected, and is silent after some calls. */
    private static PersonRegistry counting(List<Integer> sizes, int answers) {
        return new FixedPersons("counting", inquiry -> {
            sizes.add(inquiry.persons().size());
            if (sizes.size() > answers) {
                throw RyggradException.of(ProblemType.UNAVAILABLE, new LocalizedText("tyst", "silent"));
            }
            return inquiry.persons().stream().collect(Collectors.toMap(person -> person, person -> OTHER));
        });
    }

    private record FixedPersons(String name, Function<PersonInquiry, Map<Identity, Protection>> answer)
            implements PersonRegistry {

        @Override
        public boolean knows(String issuer) {
            return issuer.equals("issuer");
        }

        @Override
        public Map<Identity, Protection> search(PersonInquiry inquiry) {
            return answer.apply(inquiry);
        }
    }
}
