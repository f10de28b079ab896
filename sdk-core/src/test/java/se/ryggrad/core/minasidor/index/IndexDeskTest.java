package se.ryggrad.core.minasidor.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import se.ryggrad.api.Problem;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.identity.Caller;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.minasidor.index.IndexedVersion;
import se.ryggrad.api.organisation.PrincipalId;
import se.ryggrad.api.registry.Protection;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.contract.minasidor.Pushes;

/** Tests who pushes what (MINA-034, MINA-035, MINA-040, MINA-045, MINA-048, MINA-051, MINA-055, MINA-056). */
class IndexDeskTest {

    private static final Identity ANNA = People.identity(People.ANNA);

    private final IndexFixture fixture = new IndexFixture();
    private final IndexDesk desk = fixture.desk;

    @Test
    void isOfferedWhereASourcePushes() {
        assertThat(desk.terms(People.PRINCIPAL)).contains(fixture.register.index());
        assertThat(desk.terms(new PrincipalId("2582"))).isEmpty();
    }

    @Test
    void takesFromTheClientOfTheSourceAlone() {
        assertThat(refusal(IndexFixture.system(), IndexFixture.OTHER)).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(refusal(IndexFixture.system(), "nothing")).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(refusal(IndexFixture.system("asked-client", "overview:write"), "asked"))
                .isEqualTo(ProblemType.NOT_FOUND);
        assertThat(refusal(IndexFixture.system(IndexFixture.CLIENT, "overview:read"), Pushes.SOURCE))
                .isEqualTo(ProblemType.FORBIDDEN);
        assertThat(refusal(IndexFixture.anna(), Pushes.SOURCE)).isEqualTo(ProblemType.FORBIDDEN);
        assertThat(refusal(People.registrar(), Pushes.SOURCE)).isEqualTo(ProblemType.FORBIDDEN);
        assertThat(fixture.index.read(People.PRINCIPAL, ANNA, Pushes.NOW, 9).items())
                .isEmpty();
    }

    /** Returns how each of the three operations is refused, which is alike, and looks at no body. */
    private ProblemType refusal(Caller caller, String source) {
        AtomicInteger bodies = new AtomicInteger();
        List<Problem> problems = List.of(
                problem(() -> desk.push(caller, source, UUID.randomUUID(), () -> {
                    bodies.incrementAndGet();
                    return Pushes.push(1);
                })),
                problem(() -> desk.vouch(caller, source, () -> {
                    bodies.incrementAndGet();
                    return Pushes.NOW;
                })),
                problem(() -> desk.versions(caller, source, Optional.empty(), 10)));
        assertThat(bodies).hasValue(0);
        assertThat(problems)
                .extracting(Problem::type)
                .containsOnly(problems.get(0).type());
        return problems.get(0).type();
    }

    @Test
    void saysThatAVersionIsOutdatedAndThatThereIsNoRoom() {
        UUID id = fixture.pushed();

        fixture.desk.push(IndexFixture.system(), Pushes.SOURCE, id, () -> Pushes.push(1));
        assertThat(problem(() -> desk.push(IndexFixture.system(), Pushes.SOURCE, id, () -> Pushes.removal(1)))
                        .type())
                .isEqualTo(ProblemType.STATE_CONFLICT);
        for (int more = 1; more < fixture.register.index().itemsPerOwner(); more++) {
            fixture.pushed();
        }
        assertThat(fault(() -> fixture.pushed())).isEqualTo("/owner max-items");
    }

    @Test
    void takesNothingOfSomebodyWhoIsProtectedAndErasesWhatThereWas() {
        fixture.pushed();
        fixture.named = Map.of(ANNA, Protection.SEKRETESSMARKERING);

        assertThat(fault(() -> fixture.pushed())).isEqualTo("/owner unknown-value");
        assertThat(desk.versions(IndexFixture.system(), Pushes.SOURCE, Optional.empty(), 10))
                .isEmpty();
    }

    @Test
    void takesAnItemOnlyWhenTheRegistryHasAnswered() {
        fixture.pushed();
        fixture.named = Map.of(ANNA, Protection.UNKNOWN);

        assertThat(problem(() -> fixture.pushed()).type()).isEqualTo(ProblemType.UNAVAILABLE);
        assertThat(desk.versions(IndexFixture.system(), Pushes.SOURCE, Optional.empty(), 10))
                .hasSize(1);
    }

    @Test
    void asksNobodyOfAnOrganisationNorOfARemoval() {
        fixture.named = Map.of(ANNA, Protection.UNKNOWN);
        Identity company = new Identity(IdentityScheme.ORGANISATIONSNUMMER, "2120002759");

        desk.push(IndexFixture.system(), Pushes.SOURCE, UUID.randomUUID(), () -> Pushes.push(1, Pushes.item(company)));
        desk.push(IndexFixture.system(), Pushes.SOURCE, UUID.randomUUID(), () -> Pushes.removal(1));

        assertThat(desk.versions(IndexFixture.system(), Pushes.SOURCE, Optional.empty(), 10))
                .hasSize(2);
    }

    @Test
    void erasesWhatHasEndedAndLaterItsVersion() {
        UUID id = fixture.pushed();
        fixture.clock.advance(Duration.ofDays(1));
        desk.sweep();
        IndexedVersion left = new IndexedVersion(id, 1, true);
        assertThat(desk.versions(IndexFixture.system(), Pushes.SOURCE, Optional.empty(), 10))
                .containsExactly(left);

        fixture.clock.advance(fixture.register.index().removedFor());
        desk.sweep();
        assertThat(desk.versions(IndexFixture.system(), Pushes.SOURCE, Optional.empty(), 10))
                .containsExactly(left);
        fixture.clock.advance(Duration.ofMillis(1));
        desk.sweep();
        assertThat(desk.versions(IndexFixture.system(), Pushes.SOURCE, Optional.empty(), 10))
                .isEmpty();
    }

    private static String fault(Runnable work) {
        return problem(work).faults().stream()
                .map(fault -> fault.where() + " " + fault.code().code())
                .findFirst()
                .orElseThrow();
    }

    private static Problem problem(Runnable work) {
        return Objects.requireNonNull(catchThrowableOfType(RyggradException.class, work::run))
                .problem();
    }
}
