package se.ryggrad.core.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.LocalizedText;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.catalog.ApprovalRule.Who;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.identity.ActorId;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
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

/** Tells who is to agree for somebody, after which registries (ID-070). */
class ToAgreeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final ActorIds IDS = new ActorIds("a key of enough octets".getBytes(StandardCharsets.UTF_8));
    private static final PrincipalId PRINCIPAL = new PrincipalId("2581");
    private static final Identity ANNA = new Identity(IdentityScheme.PERSONNUMMER, "199001019802");
    private static final Identity BERTIL = new Identity(IdentityScheme.PERSONNUMMER, "196903269816");
    private static final RepresentativesInquiry INQUIRY = new RepresentativesInquiry(
            PRINCIPAL, new Identity(IdentityScheme.PERSONNUMMER, "201503149823"), "issuer", "trace");
    private static final RegisteredRepresentative GUARDIAN = new RegisteredRepresentative(
            "1",
            RepresentationKind.GUARDIAN,
            ANNA,
            Set.of(RepresentationRight.ACT),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-23T11:00:00Z"));

    @Test
    void namesEachPersonOnceByTheirOwnReference() {
        assertThat(guardians(registry("a", GUARDIAN, of(BERTIL, GUARDIAN)), registry("b", GUARDIAN)))
                .contains(List.of(IDS.person(PRINCIPAL, ANNA), IDS.person(PRINCIPAL, BERTIL)));
        assertThat(guardians(registry("a"))).contains(List.of());
    }

    @Test
    void leavesOutWhatDoesNotHoldTodayOrLetsNobodyActInTheService() {
        assertThat(guardians(registry(
                        "a",
                        with(Set.of(RepresentationRight.SUBMIT), Optional.empty(), Optional.empty(), Optional.empty()),
                        with(Set.of(RepresentationRight.ACT), Optional.of("other"), Optional.empty(), Optional.empty()),
                        with(
                                Set.of(RepresentationRight.ACT),
                                Optional.empty(),
                                Optional.of(TODAY.plusDays(1)),
                                Optional.empty()),
                        with(
                                Set.of(RepresentationRight.ACT),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(TODAY.minusDays(1))))))
                .contains(List.of());
        assertThat(guardians(registry(
                        "a",
                        with(
                                Set.of(RepresentationRight.ACT),
                                Optional.of("service"),
                                Optional.of(TODAY),
                                Optional.of(TODAY)))))
                .contains(List.of(IDS.person(PRINCIPAL, ANNA)));
    }

    @Test
    void asksThoseWhoSignTogetherAndNotThoseWhoSignAlone() {
        RegisteredRepresentative alone = signatory(ANNA, false);
        RegisteredRepresentative together = signatory(BERTIL, true);

        assertThat(all(registry("a", alone, together, GUARDIAN))
                        .toAgree(INQUIRY, Who.JOINT_SIGNATORIES, new ServiceId("service")))
                .contains(List.of(IDS.person(PRINCIPAL, BERTIL)));
        assertThat(guardians(registry("a", alone, together))).contains(List.of());
    }

    @Test
    void doesNotKnowWhileOneIsSilentOrThereIsNone() {
        assertThat(guardians(registry("a", GUARDIAN), new Fixed("b", "issuer", Optional.empty())))
                .isEmpty();
        assertThat(guardians()).isEmpty();
        assertThat(guardians(new Fixed("a", "other", Optional.of(List.of(GUARDIAN)))))
                .isEmpty();
        assertThat(guardians(registry("a", GUARDIAN), new Fixed("b", "other", Optional.empty())))
                .isPresent();
    }

    private Optional<List<ActorId>> guardians(RepresentationRegistry... registries) {
        return all(registries).toAgree(INQUIRY, Who.GUARDIANS, new ServiceId("service"));
    }

    private Representations all(RepresentationRegistry... registries) {
        return new Representations(new Registries(List.of(registries)), IDS, clock);
    }

    private static RegisteredRepresentative of(Identity person, RegisteredRepresentative like) {
        return new RegisteredRepresentative(
                "2", like.kind(), person, like.rights(), like.jointly(), like.services(), like.from(), like.until());
    }

    private static RegisteredRepresentative with(
            Set<RepresentationRight> rights,
            Optional<String> service,
            Optional<LocalDate> from,
            Optional<LocalDate> until) {
        return new RegisteredRepresentative(
                "1",
                RepresentationKind.GUARDIAN,
                ANNA,
                rights,
                false,
                service.map(id -> Set.of(new ServiceId(id))),
                from,
                until);
    }

    private static RegisteredRepresentative signatory(Identity person, boolean jointly) {
        return new RegisteredRepresentative(
                person.value(),
                RepresentationKind.SIGNATORY,
                person,
                Set.of(RepresentationRight.ACT),
                jointly,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static RepresentationRegistry registry(String name, RegisteredRepresentative... named) {
        return new Fixed(name, "issuer", Optional.of(Stream.of(named).toList()));
    }

    /** Answers the same about everybody, or nothing at all. */
    private record Fixed(String name, String issuer, Optional<List<RegisteredRepresentative>> answer)
            implements RepresentationRegistry {

        @Override
        public boolean knows(String other) {
            return issuer.equals(other);
        }

        @Override
        public List<RegisteredRepresentation> search(RegistryInquiry inquiry) {
            return List.of();
        }

        @Override
        public List<RegisteredRepresentative> representatives(RepresentativesInquiry inquiry) {
            return answer.orElseThrow(
                    () -> RyggradException.of(ProblemType.UNAVAILABLE, new LocalizedText("tyst", "silent")));
        }
    }
}
