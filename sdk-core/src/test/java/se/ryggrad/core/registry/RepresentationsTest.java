package se.ryggrad.core.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.identity.Representation;
import se.ryggrad.api.identity.RepresentationKind;
import se.ryggrad.api.identity.RepresentationRight;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.registry.RegisteredRepresentation;
import se.ryggrad.api.registry.RegisteredRepresentative;
import se.ryggrad.api.registry.RegistryInquiry;
import se.ryggrad.api.registry.RepresentationRegistry;
import se.ryggrad.api.registry.RepresentativesInquiry;
import se.ryggrad.core.cases.MovingClock;
import se.ryggrad.core.identity.ActorIds;

/** Tells what holds today, after which registries, in which order (ID-028, ID-044, ID-047, ID-051). */
class RepresentationsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final ActorIds IDS = new ActorIds("a key of enough octets".getBytes(StandardCharsets.UTF_8));
    private static final RegistryInquiry INQUIRY = new RegistryInquiry(
            new PrincipalId("2581"), new Identity(IdentityScheme.PERSONNUMMER, "199001019802"), "issuer", "trace");

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-23T11:00:00Z"));

    @Test
    void namesThoseThatHoldTodayInTheOrderOfTheirNames() {
        Representations all = of(registry(
                "a",
                named("1", "Östen", Optional.empty(), Optional.of(TODAY)),
                named("2", "\uD83D\uDE00", Optional.of(TODAY), Optional.empty()),
                named("3", "\uFFFD", Optional.empty(), Optional.empty()),
                named("4", "Zara", Optional.empty(), Optional.empty()),
                named("5", "Late", Optional.of(TODAY.plusDays(1)), Optional.empty()),
                named("6", "Past", Optional.empty(), Optional.of(TODAY.minusDays(1)))));

        assertThat(all.all(INQUIRY))
                .extracting(Representation::name)
                .containsExactly("Zara", "Östen", "\uFFFD", "\uD83D\uDE00");
    }

    @Test
    void ordersThoseOfOneNameByTheirIds() {
        Representations all = of(registry("a", plain("1"), plain("2"), plain("3"), plain("4"), plain("5")));

        assertThat(all.all(INQUIRY)).extracting(each -> each.id().toString()).isSorted();
    }

    @Test
    void countsTheDayInStockholm() {
        Representations all = of(registry("a", named("1", "Ek", Optional.empty(), Optional.of(TODAY))));
        clock.set(Instant.parse("2026-11-23T22:59:59Z"));
        assertThat(all.all(INQUIRY)).hasSize(1);
        clock.set(Instant.parse("2026-11-23T23:00:00Z"));
        assertThat(all.all(INQUIRY)).isEmpty();
    }

    @Test
    void letsSeeWhateverIsNamedAndDoNothingAloneThatIsHeldJointly() {
        assertThat(rights(Set.of(), false)).containsExactly(RepresentationRight.READ);
        assertThat(rights(Set.of(RepresentationRight.SUBMIT), false))
                .containsExactlyInAnyOrder(RepresentationRight.READ, RepresentationRight.SUBMIT);
        assertThat(rights(Set.of(RepresentationRight.values()), true)).containsExactly(RepresentationRight.READ);
    }

    @Test
    void findsByIdAloneWhatHoldsToday() {
        Representations all = of(registry("a", plain("1")), registry("b", plain("1")));
        List<Representation> both = all.all(INQUIRY);

        assertThat(both).hasSize(2).doesNotHaveDuplicates();
        both.forEach(each -> assertThat(all.find(INQUIRY, each.id())).contains(each));
        assertThat(all.find(INQUIRY, UUID.randomUUID())).isEmpty();
    }

    @Test
    void asksOnlyThoseThatKnowTheIssuersPeople() {
        Representations all = of(registry("a", plain("1")), silent("b", "elsewhere"));

        assertThat(all.all(INQUIRY)).hasSize(1);
        RegistryInquiry stranger =
                new RegistryInquiry(INQUIRY.principal(), INQUIRY.representative(), "nowhere", INQUIRY.traceparent());
        assertThat(all.all(stranger)).isEmpty();
        assertThat(all.find(stranger, UUID.randomUUID())).isEmpty();
    }

    @Test
    void bearsTheSilenceOfOneWhenAnotherNamesTheId() {
        UUID id = of(registry("b", plain("1"))).all(INQUIRY).get(0).id();
        Representations all = of(silent("a", "issuer"), registry("b", plain("1")), silent("c", "issuer"));

        assertThat(all.find(INQUIRY, id)).isPresent();
        unavailable(all, UUID.randomUUID());
        assertThatThrownBy(() -> all.all(INQUIRY)).isInstanceOf(RyggradException.class);
    }

    @Test
    void namesWhomAnOfficerMayStandForWhateverARegistryIsSilent() {
        Identity represented = plain("1").represented();

        assertThat(of(registry("a", plain("1")), silent("b", "issuer")).represented(INQUIRY))
                .containsExactly(represented);
        assertThat(of(registry("a", with(Set.of(), true))).represented(INQUIRY)).containsExactly(represented);
        assertThat(of(silent("b", "issuer")).represented(INQUIRY)).isEmpty();
        assertThat(of(new FixedRegistry("a", "elsewhere", Optional.of(List.of(plain("1")))))
                        .represented(INQUIRY))
                .isEmpty();
        assertThat(of(registry(
                                "a",
                                named("1", "Late", Optional.of(TODAY.plusDays(1)), Optional.empty()),
                                named("2", "Past", Optional.empty(), Optional.of(TODAY.minusDays(1)))))
                        .represented(INQUIRY))
                .isEmpty();
    }

    @Test
    void usesNothingThatARegistryHasSaidBefore() {
        UUID id = of(registry("a", plain("1"))).all(INQUIRY).get(0).id();

        assertThat(of(registry("a")).find(INQUIRY, id)).isEmpty();
        unavailable(of(silent("a", "issuer")), id);
    }

    private static void unavailable(Representations all, UUID id) {
        assertThatThrownBy(() -> all.find(INQUIRY, id))
                .isInstanceOfSatisfying(
                        RyggradException.class,
                        refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.UNAVAILABLE));
    }

    private Set<RepresentationRight> rights(Set<RepresentationRight> named, boolean jointly) {
        RegisteredRepresentation changed = with(named, jointly);
        return of(registry("a", changed)).all(INQUIRY).get(0).rights();
    }

    private static RegisteredRepresentation with(Set<RepresentationRight> named, boolean jointly) {
        RegisteredRepresentation plain = plain("1");
        return new RegisteredRepresentation(
                plain.reference(),
                plain.kind(),
                plain.represented(),
                plain.name(),
                named,
                jointly,
                plain.services(),
                plain.from(),
                plain.until());
    }

    private Representations of(RepresentationRegistry... registries) {
        return new Representations(new Registries(List.of(registries)), IDS, clock);
    }

    private static RegisteredRepresentation plain(String reference) {
        return named(reference, "Ek", Optional.empty(), Optional.empty());
    }

    private static RegisteredRepresentation named(
            String reference, String name, Optional<LocalDate> from, Optional<LocalDate> until) {
        return new RegisteredRepresentation(
                reference,
                RepresentationKind.GOD_MAN,
                new Identity(IdentityScheme.PERSONNUMMER, "196903269816"),
                name,
                Set.of(RepresentationRight.READ),
                false,
                Optional.empty(),
                from,
                until);
    }

    private static RepresentationRegistry registry(String name, RegisteredRepresentation... named) {
        return new FixedRegistry(name, "issuer", Optional.of(List.of(named)));
    }

    private static RepresentationRegistry silent(String name, String issuer) {
        return new FixedRegistry(name, issuer, Optional.empty());
    }

    /** Answers the same about everybody, or nothing at all. */
    private record FixedRegistry(String name, String issuer, Optional<List<RegisteredRepresentation>> answer)
            implements RepresentationRegistry {

        @Override
        public boolean knows(String other) {
            return issuer.equals(other);
        }

        @Override
        public List<RegisteredRepresentation> search(RegistryInquiry inquiry) {
            return answer.orElseThrow(
                    () -> RyggradException.of(ProblemType.UNAVAILABLE, new LocalizedText("tyst", "silent")));
        }

        @Override
        public List<RegisteredRepresentative> representatives(RepresentativesInquiry inquiry) {
            throw RyggradException.of(ProblemType.UNAVAILABLE, new LocalizedText("tyst", "silent"));
        }
    }
}
