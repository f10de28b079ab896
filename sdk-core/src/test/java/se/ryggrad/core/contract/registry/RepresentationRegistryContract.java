package se.ryggrad.core.contract.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import se.ryggrad.api.ProblemType;
import se.ryggrad.api.RyggradException;
import se.ryggrad.api.catalog.ServiceId;
import se.ryggrad.api.identity.Identity;
import se.ryggrad.api.identity.IdentityScheme;
import se.ryggrad.api.identity.RepresentationKind;
import se.ryggrad.api.identity.RepresentationRight;
import se.ryggrad.api.registry.RegisteredRepresentation;
import se.ryggrad.api.registry.RegisteredRepresentative;
import se.ryggrad.api.registry.RegistryInquiry;
import se.ryggrad.api.registry.RepresentationRegistry;
import se.ryggrad.api.registry.RepresentativesInquiry;
import se.ryggrad.core.cases.People;
import se.ryggrad.core.contract.requirement.Holds;

/** Says what every registry answers about who may represent whom, and that it answers nothing else when it cannot. */
public abstract class RepresentationRegistryContract {

    private static final Identity ANNA = People.identity(People.ANNA);
    private static final Identity BERTIL = People.identity(People.BERTIL);
    private static final Identity CHILD = People.identity("201503149823");
    private static final Identity COMPANY = new Identity(IdentityScheme.ORGANISATIONSNUMMER, "2120001066");
    private static final RegisteredRepresentation GUARDIAN = child("guardian-1");
    private static final RegisteredRepresentation OTHER_GUARDIAN = child("guardian-2");
    private static final RegisteredRepresentation SIGNATORY = new RegisteredRepresentation(
            "signatory-1",
            RepresentationKind.SIGNATORY,
            COMPANY,
            "Lomma kommun",
            Set.of(RepresentationRight.READ, RepresentationRight.SUBMIT),
            true,
            Optional.of(Set.of(new ServiceId("conformance-signatories"))),
            Optional.empty(),
            Optional.of(LocalDate.of(2199, 12, 31)));

    /** Returns the registry under test. */
    protected abstract RepresentationRegistry registry();

    /** Returns an issuer who vouches for the people that it knows. */
    protected abstract String issuer();

    /** Lets what lies behind it hold this alone from now on: what each person may do for others. */
    protected abstract void hold(Map<Identity, List<RegisteredRepresentation>> held);

    /** Lets what lies behind it answer nothing from now on. */
    protected abstract void fallSilent();

    @Holds("ID-028")
    final void knowsThePeopleOfItsIssuersAlone() {
        assertThat(registry().knows(issuer())).isTrue();
        assertThat(registry().knows(issuer() + "/other")).isFalse();
    }

    @Holds("ID-045")
    final void isCalledTheSameAlways() {
        String name = registry().name();
        hold(Map.of(ANNA, List.of(GUARDIAN)));

        assertThat(name).isNotBlank();
        assertThat(registry().name()).isEqualTo(name);
    }

    @Holds({"ID-028", "ID-042"})
    final void namesWhomSomebodyMayRepresentWithEveryPart() {
        hold(Map.of(ANNA, List.of(GUARDIAN, SIGNATORY), BERTIL, List.of(OTHER_GUARDIAN)));

        assertThat(search(ANNA)).containsExactlyInAnyOrder(GUARDIAN, SIGNATORY);
        assertThat(search(BERTIL)).containsExactly(OTHER_GUARDIAN);
    }

    @Holds("ID-028")
    final void namesNobodyForWhoeverItDoesNotKnow() {
        hold(Map.of(ANNA, List.of(GUARDIAN)));

        assertThat(search(BERTIL)).isEmpty();
        assertThat(search(CHILD)).isEmpty();
        assertThat(representatives(ANNA)).isEmpty();
        assertThat(representatives(COMPANY)).isEmpty();
    }

    @Holds("ID-070")
    final void namesWhoMayRepresentSomebodyWithEveryPart() {
        hold(Map.of(ANNA, List.of(GUARDIAN, SIGNATORY), BERTIL, List.of(OTHER_GUARDIAN)));

        assertThat(representatives(CHILD))
                .containsExactlyInAnyOrder(turnedRound(ANNA, GUARDIAN), turnedRound(BERTIL, OTHER_GUARDIAN));
        assertThat(representatives(COMPANY)).containsExactly(turnedRound(ANNA, SIGNATORY));
    }

    @Holds("ID-044")
    final void neverAnswersWhatItAnsweredBefore() {
        hold(Map.of(ANNA, List.of(GUARDIAN, SIGNATORY)));
        assertThat(search(ANNA)).hasSize(2);
        assertThat(representatives(CHILD)).hasSize(1);

        hold(Map.of(ANNA, List.of(SIGNATORY)));
        assertThat(search(ANNA)).containsExactly(SIGNATORY);
        assertThat(representatives(CHILD)).isEmpty();
        hold(Map.of(ANNA, List.of(SIGNATORY, GUARDIAN)));

        assertThat(search(ANNA)).containsExactlyInAnyOrder(GUARDIAN, SIGNATORY);
        assertThat(representatives(CHILD)).containsExactly(turnedRound(ANNA, GUARDIAN));
    }

    @Holds("ID-051")
    final void saysThatItIsSilentRatherThanThatThereIsNobody() {
        hold(Map.of(ANNA, List.of(GUARDIAN)));
        assertThat(search(ANNA)).hasSize(1);

        fallSilent();

        unavailable(() -> search(ANNA));
        unavailable(() -> search(BERTIL));
        unavailable(() -> representatives(CHILD));
    }

    private List<RegisteredRepresentation> search(Identity representative) {
        return registry().search(new RegistryInquiry(People.PRINCIPAL, representative, issuer(), trace()));
    }

    private List<RegisteredRepresentative> representatives(Identity represented) {
        return registry().representatives(new RepresentativesInquiry(People.PRINCIPAL, represented, issuer(), trace()));
    }

    private static String trace() {
        return People.nobody().traceparent();
    }

    private static void unavailable(ThrowingCallable asking) {
        assertThatThrownBy(asking)
                .isInstanceOfSatisfying(
                        RyggradException.class,
                        refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.UNAVAILABLE));
    }

    private static RegisteredRepresentation child(String reference) {
        return new RegisteredRepresentation(
                reference,
                RepresentationKind.GUARDIAN,
                CHILD,
                "Elsa Testsson",
                Set.of(RepresentationRight.values()),
                false,
                Optional.empty(),
                Optional.of(LocalDate.of(2015, 3, 14)),
                Optional.empty());
    }

    private static RegisteredRepresentative turnedRound(Identity holder, RegisteredRepresentation held) {
        return new RegisteredRepresentative(
                held.reference(),
                held.kind(),
                holder,
                held.rights(),
                held.jointly(),
                held.services(),
                held.from(),
                held.until());
    }
}
